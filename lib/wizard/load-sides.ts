import { readSide } from "#lib/core/compare/side-reference.ts";
import type { DesignSide, Sides } from "#lib/core/compare/sides.ts";
import { designIn, unpackDesign } from "#lib/core/link/design-link.ts";
import { readLinkedDesign } from "#lib/core/link/linked-design.ts";
import { ok, type Problem, type Result, refuse } from "#lib/core/result.ts";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { getLog, getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { designSide, projectSide, stateAt } from "./comparing.ts";

/** What is asked to stand on each side. */
export interface SidesWanted extends Sides<string> {
  /** The text of each side that is pasted: an answers document or a link that holds one. */
  documents?: { left?: string | undefined; right?: string | undefined } | undefined;
}

/** One side with what a page calls it. */
export interface LoadedSide {
  title: string;
  /** The version of the project; null for a pasted design. */
  version: number | null;
  side: DesignSide;
  /** Parts of a pasted design that were left out, because they could not be read. */
  warnings: readonly Problem[];
}

/** Loads what two references of a project's comparison stand for; other projects have to be the caller's own. */
export async function loadSides(
  caller: Caller,
  projectId: string,
  wanted: SidesWanted,
): Promise<Result<Sides<LoadedSide>>> {
  const left = await loadSide(caller, projectId, wanted.left, wanted.documents?.left);
  if (!left.ok) return left;
  const right = await loadSide(caller, projectId, wanted.right, wanted.documents?.right);
  return right.ok ? ok({ left: left.value, right: right.value }) : right;
}

async function loadSide(
  caller: Caller,
  projectId: string,
  reference: string,
  document: string | undefined,
): Promise<Result<LoadedSide>> {
  const read = readSide(reference);
  if (!read)
    return refuse("side", "unknown-side", "This is no design that can be compared.", "Choose one of the list.");
  return read.kind === "pasted" ? pastedSide(document) : ofProject(caller, read.projectId ?? projectId, read.version);
}

async function ofProject(caller: Caller, projectId: string, version: number | null): Promise<Result<LoadedSide>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state)
    return refuse(
      "side",
      "not-found",
      "There is no such project here.",
      "Choose one of yours, or paste its answers file.",
    );
  if (version !== null && (version < 1 || version > state.version))
    return refuse("side", "not-found", `There is no version ${version} of this project.`, "Choose one of the list.");
  const then =
    version === null || version === state.version
      ? state
      : stateAt(projectId, await getLog(projectId, caller.ownerHash), version);
  return ok({ title: projectTitle(then), version: then.version, side: projectSide(then), warnings: [] });
}

async function pastedSide(document: string | undefined): Promise<Result<LoadedSide>> {
  if (!document?.trim())
    return refuse("document", "missing", "Nothing was pasted yet.", "Paste an answers file or a link to a design.");
  const packed = designIn(document.trim().replace(/^[^#{]*(?=#)/, ""));
  const text = packed === null ? ok(document) : await unpackDesign(packed);
  if (!text.ok) return text;
  const read = readLinkedDesign(text.value);
  if (!read.ok) return read;
  const { answers, design } = read.value;
  return ok({ title: design.title, version: null, side: designSide(answers), warnings: design.warnings });
}
