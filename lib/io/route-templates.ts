import { readdirSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { productRoot } from "./product-root.ts";

interface Template {
  template: string;
  form: RegExp;
}

/** What stands for an address that is none of ours. */
const UNKNOWN = "unknown";
const ASSETS = /^\/_next\/(static|image)\//;

let ours: Template[] | undefined;

/** The template of a path, such as /p/[projectId]/plan: what a log and a metric may say of an address. */
export function routeTemplate(path: string): string {
  if (ASSETS.test(path)) return "/_next/static";
  ours ??= templatesOf(filesOf(join(productRoot(), "app")));
  return ours.find(({ form }) => form.test(path))?.template ?? UNKNOWN;
}

const filesOf = (app: string): string[] =>
  readdirSync(app, { recursive: true, encoding: "utf8" }).map((file) =>
    relative(app, join(app, file)).split(sep).join("/"),
  );

/** The templates that pages and routes of these files serve, the most exact first. */
export function templatesOf(files: readonly string[]): Template[] {
  return files
    .filter((file) => /^(page\.tsx|route\.tsx?)$/.test(basename(file)))
    .map((file) => file.split("/").slice(0, -1))
    .filter((segments) => !segments.some((segment) => segment.startsWith("_")))
    .map((segments) => segments.filter((segment) => !/^\(.*\)$/.test(segment)))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((segments) => ({
      template: `/${segments.join("/")}`,
      form: new RegExp(`^${segments.map((segment) => `/${formOf(segment)}`).join("")}/?$`),
    }));
}

/** As Next chooses: what is written out goes before a parameter, a parameter before the rest of a path. */
const rank = (segments: readonly string[]): string =>
  segments
    .map((segment) => (segment.startsWith("[...") ? "2" : segment.startsWith("[") ? "1" : `0${segment}`))
    .join("/");

function formOf(segment: string): string {
  if (segment.startsWith("[...")) return ".+";
  return segment.startsWith("[") ? "[^/]+" : segment.replaceAll(".", "\\.");
}
