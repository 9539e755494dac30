import { err, ok, type Result } from "../result.ts";
import { LINK_DAYS, type LinkScope, type ReviewVerdict } from "../share/limits.ts";
import { oneLine, someText } from "../share/said.ts";
import { daysProblems } from "./days-problems.ts";
import { checkpointHash } from "./progress.ts";
import type { ProjectEvent, ProjectState } from "./state.ts";

export type ShareCommand =
  | { type: "make-link"; linkId: string; label: string; scope: LinkScope; days: number; expiresAt: string }
  | { type: "revoke-link"; linkId: string; label: string }
  | { type: "give-verdict"; linkId: string; label: string; name: string; verdict: ReviewVerdict; text: string };

/** Decides about links and verdicts. A design may be shown at any stage; a verdict is bound to the answers it was given for. */
export function decideShare(state: ProjectState, command: ShareCommand): Result<ProjectEvent[]> {
  switch (command.type) {
    case "make-link": {
      const { linkId, scope, days, expiresAt } = command;
      const label = oneLine("label", command.label);
      const problems = [...(label.ok ? [] : label.error), ...daysProblems("link", days, LINK_DAYS)];
      return label.ok && problems.length === 0
        ? ok([{ type: "link-made", linkId, label: label.value, scope, expiresAt }])
        : err(problems);
    }
    case "revoke-link":
      return ok([{ type: "link-revoked", linkId: command.linkId, label: command.label }]);
    case "give-verdict": {
      const { linkId, label, verdict } = command;
      const name = oneLine("name", command.name);
      const text = someText(command.text, { beEmpty: verdict === "approve" });
      if (!name.ok || !text.ok) return err([...(name.ok ? [] : name.error), ...(text.ok ? [] : text.error)]);
      const designHash = checkpointHash(state, 2);
      return ok([{ type: "verdict-given", linkId, label, verdict, text: text.value, designHash }]);
    }
  }
}
