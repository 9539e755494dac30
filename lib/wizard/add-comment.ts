import { completeAnswers } from "#lib/core/project/complete.ts";
import { plannedTasks } from "#lib/core/project/plan.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import type { Anchor } from "#lib/core/share/anchor.ts";
import { knownAnchor } from "#lib/core/share/known-anchor.ts";
import { oneLine, someText } from "#lib/core/share/said.ts";
import { db } from "#lib/io/db/client.ts";
import { json, NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { mayStillComment } from "#lib/io/db/queries/get-links.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import { newShareId } from "#lib/io/link-token.ts";
import type { Caller } from "./caller.ts";
import { render } from "./toolbox.ts";

export interface NewComment {
  text: string;
  /** What it is about; an answer is about what its thread is about. */
  about: { anchor: Anchor } | { parentId: string };
}

/** Who speaks: the owner, or somebody with a link under the name they gave. */
export type Speaker = { kind: "owner" } | { kind: "reviewer"; linkId: string; name: string };

/** Comments one project may have. */
const MOST = 2_000;

/** Writes a comment or an answer down. What is said is never changed afterwards. */
export async function addComment(
  { ownerHash, now }: Caller,
  projectId: string,
  speaker: Speaker,
  { text, about }: NewComment,
): Promise<Result<{ id: string }>> {
  const words = someText(text);
  const name = speaker.kind === "owner" ? ok("The owner") : oneLine("name", speaker.name);
  if (!words.ok || !name.ok) return err([...(name.ok ? [] : name.error), ...(words.ok ? [] : words.error)]);
  const state = await getProject(projectId, ownerHash);
  if (!state) return err(NOT_FOUND);
  const known = "anchor" in about ? knownAnchor(state, pathsOf(state), about.anchor) : ok(null);
  if (!known.ok) return known;
  return db().$transaction(async (tx) => {
    if (speaker.kind === "reviewer" && !(await mayStillComment(tx, speaker.linkId, now))) return NO_COMMENTS;
    if ((await tx.comment.count({ where: { projectId } })) >= MOST) return FULL;
    const parent =
      "parentId" in about
        ? await tx.comment.findFirst({ where: { id: about.parentId, projectId, parentId: null } })
        : null;
    if ("parentId" in about && !parent) return NO_THREAD;
    const id = newShareId();
    await tx.comment.create({
      data: {
        id,
        projectId,
        linkId: speaker.kind === "owner" ? null : speaker.linkId,
        author: name.value,
        anchor: json(known.value ?? parent?.anchor),
        parentId: parent?.id ?? null,
        text: words.value,
        at: now,
      },
    });
    return ok({ id });
  });
}

function pathsOf(state: ProjectState): string[] {
  const answers = completeAnswers(state);
  return answers.ok ? plannedTasks(state, render(answers.value).blueprint.tasks).map(({ path }) => path) : [];
}

const NO_COMMENTS = refuse(
  "link",
  "view-only",
  "This link does not take comments.",
  "Ask the owner for a link that does.",
);
const FULL = refuse(
  "comments",
  "too-many",
  `This design has ${MOST} comments; more cannot be kept.`,
  "Tell the owner directly.",
);
const NO_THREAD = refuse(
  "comment",
  "not-found",
  "The comment you answer is not there.",
  "Reload the discussion, then answer a comment that stands there now.",
);
