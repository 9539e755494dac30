import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** What stands for a parameter other than the project's id; one without an example here fails the tests that read this. */
const EXAMPLES: Readonly<Record<string, string>> = {
  stage: "intake",
  checkpoint: "1",
  path: "README.md",
  task: "LICENSE",
  link: "AAAAAAAAAAAAAAAAAAAAAA",
  comment: "AAAAAAAAAAAAAAAAAAAAAA",
};
const ID = /^(projectId|project)$/;

/** One address that is about a project. */
export interface ProjectAddress {
  /** Its file below `app`, which is its name in reports. */
  file: string;
  page: boolean;
  of(project: string): string;
}

/** Every page and route that is about one project, read from the files, so that a new one is among them. */
export function projectAddresses(): ProjectAddress[] {
  const files = globSync(["app/p/[[]projectId]/**/{page.tsx,route.ts}", "app/api/v1/projects/**/route.ts"], {
    cwd: ROOT,
  });
  return files.sort().map((file) => {
    const segments = file.split("/").slice(1, -1);
    return {
      file,
      page: file.endsWith("page.tsx"),
      of: (project) => `/${segments.map((segment) => filled(segment, project)).join("/")}`,
    };
  });
}

function filled(segment: string, project: string): string {
  const name = /^\[(?:\.{3})?(\w+)\]$/.exec(segment)?.[1];
  if (!name) return segment;
  const value = ID.test(name) ? project : EXAMPLES[name];
  if (value === undefined) throw new Error(`${name} needs an example in e2e/support/surface.ts`);
  return value;
}

/** One server action of the build that a server runs. */
export interface ServerAction {
  id: string;
  name: string;
  file: string;
}

/** Every server action that this data folder's server can be asked for. */
export function serverActions(data: string): ServerAction[] {
  const { distDir } = JSON.parse(readFileSync(resolve(ROOT, data, "start.json"), "utf8")) as { distDir: string };
  const manifest = JSON.parse(readFileSync(join(ROOT, distDir, "server/server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return Object.entries(manifest.node).map(([id, { filename, exportedName }]) => ({
    id,
    name: exportedName,
    file: filename,
  }));
}
