import type { CheckFinding, FileUnderCheck } from "../check.ts";
import { type FileKindId, fileKind } from "../file-kind.ts";
import type { DocumentReader } from "../static-check.ts";
import { compose } from "./compose.ts";
import { dependabot } from "./dependabot.ts";
import { devcontainer } from "./devcontainer.ts";
import { dockerfile } from "./dockerfile.ts";
import { dotenv } from "./dotenv.ts";
import { json } from "./json.ts";
import { makefile } from "./makefile.ts";
import { markdown } from "./markdown.ts";
import { preCommit } from "./pre-commit.ts";
import { pyproject } from "./pyproject.ts";
import { shell } from "./shell.ts";
import { toml } from "./toml.ts";
import { workflow } from "./workflow.ts";
import { yaml } from "./yaml.ts";

/** Who reads which kind of file; Python has checks of its own. */
export const documentReaders = {
  compose,
  dependabot,
  devcontainer,
  dockerfile,
  dotenv,
  json,
  makefile,
  markdown,
  "pre-commit": preCommit,
  pyproject,
  shell,
  toml,
  workflow,
  yaml,
} satisfies Record<Exclude<FileKindId, "python">, DocumentReader>;

/** What one check does with the file at a path; finds nothing where the format has no such check. */
export function documentReader(path: string, check: keyof DocumentReader): (file: FileUnderCheck) => CheckFinding[] {
  const kind = fileKind(path)?.kind;
  const reader: DocumentReader = kind && kind !== "python" ? documentReaders[kind] : {};
  return reader[check] ?? (() => []);
}
