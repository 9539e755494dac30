import type { CheckId } from "./check.ts";

/** What a file is, as far as checks go, and which of them read its text. Security reads every file. */
export interface FileKind {
  kind: string;
  matches: RegExp;
  checks: readonly CheckId[];
}

/** Every kind of file that has checks of its own; the first that matches a path counts. */
export const FILE_KINDS = [
  { kind: "python", matches: /\.py$/, checks: ["syntax", "contract", "imports", "style"] },
  { kind: "pyproject", matches: /^pyproject\.toml$/, checks: ["syntax", "contract"] },
  { kind: "toml", matches: /\.toml$/, checks: ["syntax"] },
  { kind: "workflow", matches: /^\.github\/workflows\/[^/]+\.ya?ml$/, checks: ["syntax", "contract"] },
  {
    kind: "compose",
    matches: /(?:^|\/)(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/,
    checks: ["syntax", "contract", "style"],
  },
  { kind: "pre-commit", matches: /^\.pre-commit-config\.ya?ml$/, checks: ["syntax", "contract"] },
  { kind: "dependabot", matches: /^\.github\/dependabot\.ya?ml$/, checks: ["syntax", "contract"] },
  { kind: "yaml", matches: /\.ya?ml$/, checks: ["syntax"] },
  { kind: "devcontainer", matches: /(?:^|\/)devcontainer\.json$/, checks: ["syntax", "contract"] },
  { kind: "json", matches: /\.json$/, checks: ["syntax"] },
  {
    kind: "dockerfile",
    matches: /(?:^|\/)(?:[\w-]+\.)?Dockerfile(?:\.[\w-]+)?$/,
    checks: ["syntax", "style"],
  },
  { kind: "markdown", matches: /\.md$/, checks: ["syntax", "contract"] },
  { kind: "dotenv", matches: /(?:^|\/)\.env(?:\.[\w-]+)?$/, checks: ["syntax"] },
  { kind: "makefile", matches: /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/, checks: ["syntax"] },
  { kind: "shell", matches: /\.sh$/, checks: ["syntax", "style"] },
] as const satisfies readonly FileKind[];

export type FileKindId = (typeof FILE_KINDS)[number]["kind"];

/** The kind of a path; undefined where only security reads it. */
export const fileKind = (path: string): (FileKind & { kind: FileKindId }) | undefined =>
  FILE_KINDS.find(({ matches }) => matches.test(path));
