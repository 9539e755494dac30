import type { Design, FieldDesign, ResourceDesign } from "../../design/design.ts";
import { shWord } from "../encode.ts";
import type { Block } from "../fill.ts";
import { changedField } from "../python/resource-samples.ts";
import { type Setting, settingsOf, variableOf } from "../settings-catalog.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { checkCommands, testCommand } from "./commands.ts";
import { code, commandBlock, table } from "./markdown.ts";
import { sampleBody } from "./readme/samples.ts";

type DocsContent = Design["answers"]["features"]["docs_content"] extends readonly (infer Part)[] | undefined
  ? Part
  : never;

/** One page of the documentation folder of a service. */
export interface DocsPage {
  file: string;
  title: string;
  /** What a reader finds there; the index says so too. */
  about: string;
  /** The part of `docs_content` that asks for it; absent: always there. */
  part?: DocsContent;
}

/** The pages in the order in which the index lists them. */
export const DOCS_PAGES: readonly DocsPage[] = [
  {
    file: "tutorial.md",
    title: "A first walk",
    about: "create, read, change and list, step by step",
    part: "tutorials",
  },
  { file: "api.md", title: "Using the API", about: "what holds for every request", part: "api_reference" },
  { file: "errors.md", title: "Errors", about: "every code, what it means and what a client does" },
  { file: "configuration.md", title: "Configuration", about: "every setting, and the keys of clients" },
  { file: "operations.md", title: "Operations", about: "release, way back, health, logs and alarms" },
  { file: "architecture.md", title: "Architecture", about: "how the parts fit and why", part: "architecture" },
  {
    file: "contributing.md",
    title: "Contributing",
    about: "how to set it up, test it and send a change",
    part: "contributing",
  },
];

/** Whether a design has this page: some wait until their part is chosen in `features.docs_content`. */
export const hasPage = ({ answers }: Design, { part }: DocsPage): boolean =>
  part === undefined || (answers.features.docs_content ?? []).includes(part);

/** The placeholder values that pages use; each page takes what it needs. */
export function docsValues(design: Design): Record<string, string | Block> {
  const { run } = toolchainOf(design);
  const [first] = design.resources;
  return {
    command: run(`python -m ${design.packageName}`),
    outline: `${run("python -m tests.contract.outline")} > tests/contract/openapi.json`,
    pages: DOCS_PAGES.filter((page) => hasPage(design, page)).map(
      (page) => `- [${page.title}](${page.file}): ${page.about}`,
    ),
    settings: settingsTables(design),
    lifecycles: lifecycleTables(design.resources),
    resources_list: design.resources.map(resourceLine),
    checks: checksBlock(design),
    example: first ? shWord(sampleBody(first)) : "",
    change: first ? shWord(sampleOfChange(first)) : "",
  };
}

function checksBlock(design: Design): string[] {
  const { style, types } = checkCommands(design);
  const commands = [...style, ...types].map(({ command }) => command);
  return commandBlock([...commands, testCommand(design).plain])
    .split("\n")
    .map((line) => `   ${line}`);
}

const GROUPS: Readonly<Record<string, string>> = {
  http: "HTTP",
  database: "Database",
  auth: "Clients",
  log: "Logs",
  limits: "Limits",
  notifier: "Outbound calls",
};

function settingsTables(design: Design): string[] {
  const settings = settingsOf(design);
  const groups = [...new Set(settings.map(({ group }) => group))];
  return groups.flatMap((group, index) => {
    const rows = settings.filter((setting) => setting.group === group).map((setting) => settingRow(setting, design));
    const head = group === null ? "General" : (GROUPS[group] ?? group);
    return [
      ...(index === 0 ? [] : [""]),
      `## ${head}`,
      "",
      ...table(["Variable", "Default", "Kind", "Meaning"], rows).split("\n"),
    ];
  });
}

function settingRow(setting: Setting, design: Design): string[] {
  const kind = setting.choices ? setting.choices.map(code).join(", ") : setting.type;
  return [
    code(variableOf(setting, design)),
    setting.default === undefined ? "required" : code(setting.default),
    setting.secret ? `${kind}, secret` : kind,
    setting.meaning,
  ];
}

function lifecycleTables(resources: readonly ResourceDesign[]): string[] {
  const living = resources.filter(({ lifecycle }) => lifecycle !== undefined);
  if (living.length === 0) return [];
  return [
    "## Lifecycles",
    ...living.flatMap(({ names, lifecycle }) => [
      "",
      `One ${names.title} starts as ${code(lifecycle?.states[0] ?? "")}.`,
      "",
      ...table(
        ["Move", "From", "To"],
        (lifecycle?.transitions ?? []).map(({ name, from, to }) => [code(name), from.map(code).join(", "), code(to)]),
      ).split("\n"),
    ]),
    "",
    "A move that has already happened changes nothing, so it can be repeated; any other move is refused.",
  ];
}

function resourceLine({ names, fields, lifecycle }: ResourceDesign): string {
  const described = fields.map(({ name, unique, required }) => {
    const notes = [...(unique ? ["unique"] : []), ...(required ? [] : ["optional"])];
    return notes.length === 0 ? code(name) : `${code(name)} (${notes.join(", ")})`;
  });
  const moves = lifecycle ? `; moves ${lifecycle.transitions.map(({ name }) => code(name)).join(", ")}` : "";
  return `- ${code(`/v1/${names.pluralKebab}`)}: ${described.join(", ")}${moves}`;
}

/** JSON that changes one field, for the tutorial. */
function sampleOfChange(resource: ResourceDesign): string {
  const name = changedField(resource);
  const changed = resource.fields.find((field) => field.name === name) as FieldDesign;
  return sampleBody({ ...resource, fields: [{ ...changed, required: true }] });
}
