import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { LINE_LENGTH } from "#lib/core/blueprint/line-length.ts";
import { formatted } from "./formatted-texts.ts";

/** One finding of the linter; lines and columns count from 1. */
export interface LintFinding {
  code: string;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  fix?: {
    message: string;
    edits: { content: string; line: number; column: number; endLine: number; endColumn: number }[];
  };
}

/** Options in the shape of ruff.toml, kebab-case. */
export type RuffOptions = Record<string, unknown>;

/** Configurations kept; people and agents may write any number of them. */
const KEPT = 64;
const workspaces = new Map<string, Workspace>();

function workspace(options: RuffOptions): Workspace {
  const key = JSON.stringify(options);
  const known = workspaces.get(key);
  if (known) return known;
  const made = new Workspace(options, PositionEncoding.Utf32);
  workspaces.set(key, made);
  if (workspaces.size > KEPT) forgetOldest();
  return made;
}

function forgetOldest(): void {
  const [key, oldest] = workspaces.entries().next().value as [string, Workspace];
  workspaces.delete(key);
  oldest.free();
}

/** Formats Python as `ruff format` does in a generated repository with this floor. @throws on a syntax error. */
function formatPython(text: string, floorMinor: number): string {
  const options = { "line-length": LINE_LENGTH, "target-version": `py3${floorMinor}` };
  const maker = `ruff ${ruffVersion()} ${JSON.stringify(options)}`;
  return formatted(maker, text, () => workspace(options).format(text));
}

/** Formats Python as a repository's own configuration says. @throws on a syntax error. */
export const formatWith = (text: string, options: RuffOptions): string => workspace(options).format(text);

/** Formats what ruff formats and returns other files as they are. */
export function formatFile(path: string, text: string, floorMinor: number): string {
  return /\.pyi?$/.test(path) ? formatPython(text, floorMinor) : text;
}

interface RawFinding {
  code: string | null;
  message: string;
  start_location: { row: number; column: number };
  end_location: { row: number; column: number };
  fix: {
    message: string | null;
    edits: {
      content: string | null;
      location: { row: number; column: number };
      end_location: { row: number; column: number };
    }[];
  } | null;
}

/** Lints Python with the given configuration; a syntax fault comes as code `invalid-syntax`. */
export function lintPython(text: string, options: RuffOptions): LintFinding[] {
  return (workspace(options).check(text) as RawFinding[]).map((raw) => ({
    code: raw.code ?? "invalid-syntax",
    message: raw.message,
    line: raw.start_location.row,
    column: raw.start_location.column,
    endLine: raw.end_location.row,
    endColumn: raw.end_location.column,
    ...(raw.fix
      ? {
          fix: {
            message: raw.fix.message ?? "Fix",
            edits: raw.fix.edits.map((edit) => ({
              content: edit.content ?? "",
              line: edit.location.row,
              column: edit.location.column,
              endLine: edit.end_location.row,
              endColumn: edit.end_location.column,
            })),
          },
        }
      : {}),
  }));
}

/** The linter's version. */
export const ruffVersion = (): string => Workspace.version();
