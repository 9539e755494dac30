import type { Design } from "../../../design/design.ts";
import { bullets, code, table } from "../markdown.ts";
import { hasApiKeys, hasFastapi, hasModules, hasPostgres, hasStructlog, isLibrary } from "../traits.ts";
import { linkTo, packaged, type Section } from "./context.ts";
import { moduleLines, unwritten } from "./library.ts";

/** What a file of the package brings along, told only when the file is there. */
const PARTS: readonly { file: string; line: string; appliesWhen(design: Design): boolean }[] = [
  {
    file: "api/app.py",
    line: "Changes that cannot overwrite each other (versions, `ETag`, `If-Match`), repeatable requests (`Idempotency-Key`), pages by cursor, errors as problem documents.",
    appliesWhen: hasFastapi,
  },
  {
    file: "api/app.py",
    line: "Limits on body size, requests in flight and requests per client.",
    appliesWhen: hasFastapi,
  },
  {
    file: "db/engine.py",
    line: "PostgreSQL with migrations in both directions and constraints that mirror the rules.",
    appliesWhen: hasPostgres,
  },
  { file: "auth.py", line: "API keys of which only hashes are stored.", appliesWhen: hasApiKeys },
  { file: "log.py", line: "Structured logs with a request id and without secrets.", appliesWhen: hasStructlog },
  {
    file: "api/health.py",
    line: "Health checks for liveness and readiness; open requests finish before the process stops.",
    appliesWhen: hasFastapi,
  },
];

/** What the repository has, one line each; every line is something that is there. */
export const features: Section = (context) => {
  const { design } = context;
  const states = (names: readonly string[] = []) =>
    names.length > 0 ? `, with the states ${names.map(code).join(", ")}` : "";
  const lines = [
    ...design.resources
      .filter(({ names }) => packaged(context, `domain/${names.snake}.py`))
      .map(
        ({ names, fields, lifecycle }) =>
          `${names.pascal}: ${fields.map((field) => code(field.name)).join(", ")}${states(lifecycle?.states)}.`,
      ),
    ...(isLibrary(design)
      ? ["Fully typed, with `py.typed`; checked by mypy and pyright.", "No runtime dependencies."]
      : moduleLines(context)),
    ...PARTS.filter(({ file, appliesWhen }) => packaged(context, file) && appliesWhen(design)).map(({ line }) => line),
  ];
  return {
    title: "Features",
    blocks: [bullets(lines), !isLibrary(design) && hasModules(design) ? unwritten : null],
  };
};

/** Which part may import which; the reasons live in docs/adr. */
export const architecture: Section = (context) => {
  const { design, paths } = context;
  const decisions = paths.some((path) => path.startsWith("docs/adr/")) ? "Why it is so: [docs/adr](docs/adr)." : null;
  const further = linkTo(context, "docs/architecture.md", "docs/architecture.md");
  const blocks = [further ? `More: ${further}.` : null, decisions];
  if (isLibrary(design)) {
    return {
      title: "Architecture",
      blocks: [
        `One package, \`src/${design.packageName}\`. Its \`__init__.py\` only re-exports; \`__all__\` is the public API, and a test holds it.`,
        ...blocks,
      ],
    };
  }
  const folder = `src/${design.packageName}`;
  const layers = [
    ["HTTP", `${folder}/api/`, "routes, schemas, limits, errors as problem documents", "service, domain"],
    ["Service", `${folder}/service/`, "one transaction a method", "domain, db"],
    ["Database", `${folder}/db/`, "tables and queries", "domain"],
    ["Domain", `${folder}/domain/`, "the rules, without input or output", "the standard library"],
  ].filter(([, path]) => paths.some((one) => one.startsWith(path as string)));
  return {
    title: "Architecture",
    blocks: [
      layers.length > 0 ? "Dependencies point inwards:" : null,
      layers.length > 0
        ? table(
            ["Layer", "Folder", "Holds", "Imports"],
            layers.map(([name, path, holds, imports]) => [name, code(path as string), holds, imports] as string[]),
          )
        : null,
      ...blocks,
    ],
  };
};

interface Folder {
  [name: string]: Folder | null;
}

function draw(folder: Folder, indent: string): string[] {
  const names = Object.keys(folder).sort(
    (a, b) => Number(folder[a] === null) - Number(folder[b] === null) || (a < b ? -1 : 1),
  );
  return names.flatMap((name, index) => {
    const last = index === names.length - 1;
    const inner = folder[name];
    return [
      `${indent}${last ? "└── " : "├── "}${name}${inner ? "/" : ""}`,
      ...(inner ? draw(inner, `${indent}${last ? "    " : "│   "}`) : []),
    ];
  });
}

function place(folder: Folder, [head, ...rest]: readonly string[]): void {
  if (head === undefined) return;
  if (rest.length === 0) {
    folder[head] ??= null;
    return;
  }
  folder[head] ??= Object.create(null) as Folder;
  place(folder[head], rest);
}

/** The tree of all files of the plan, folders first. */
export const structure: Section = ({ design, paths }) => {
  const root: Folder = Object.create(null);
  for (const path of paths) {
    place(root, path.split("/"));
  }
  return {
    title: "Structure",
    blocks: [["```text", `${design.repositoryName}/`, ...draw(root, ""), "```"].join("\n")],
  };
};
