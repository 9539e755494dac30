import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import type { ReviewVerdict } from "#lib/core/share/limits.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { mayStillComment } from "#lib/io/db/queries/get-links.ts";
import { type Caller, changeBy } from "./caller.ts";

export interface GivenVerdict {
  name: string;
  verdict: ReviewVerdict;
  /** Needed where changes are requested. */
  text: string;
}

/** A colleague approves the design or requests changes; it enters the project's log under their name. */
export async function giveVerdict(
  caller: Caller,
  projectId: string,
  { linkId, label }: { linkId: string; label: string },
  { name, verdict, text }: GivenVerdict,
): Promise<Result<true>> {
  const actor = { kind: "reviewer" as const, name: name.trim().normalize("NFC") };
  const changed = await changeProject(changeBy({ ...caller, actor }, projectId), [], async (state, tx) =>
    (await mayStillComment(tx, linkId, caller.now))
      ? decide(state, { type: "give-verdict", linkId, label, name, verdict, text })
      : refuse(
          "link",
          "view-only",
          "This link does not take verdicts.",
          "Ask the owner for a link that takes comments and verdicts.",
        ),
  );
  return changed.ok ? ok(true) : changed;
}
