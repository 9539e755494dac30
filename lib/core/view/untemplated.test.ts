import { expect, test } from "vitest";
import { gaps } from "../blueprint/coverage.ts";
import { withAnswer } from "../catalog/access.ts";
import { examples } from "../catalog/examples.ts";
import { decisions, pathOf } from "../catalog/index.ts";
import { designFrom } from "../design/design.ts";
import { emptyState } from "../project/evolve.ts";
import type { ProjectState } from "../project/state.ts";
import { valueOfOption } from "./compare-view.ts";
import { decisionLive } from "./decision-view.ts";

test.each(examples)("an option of $id says that it has no template exactly when the plan would", ({ answers }) => {
  const state = { ...emptyState("p"), version: 1, answers } as ProjectState;
  for (const decision of decisions) {
    // What else an answer asks for is not what is compared here.
    if (!("options" in decision) || decision.id === "purpose") continue;
    const path = pathOf(decision);
    const { untemplated } = decisionLive(decision, state, null, null);
    for (const { id } of decision.options) {
      const chosen = withAnswer(answers, path, valueOfOption(decision, id)) as typeof answers;
      const named = gaps(designFrom(chosen)).some((gap) => gap.decision === path);
      expect([path, id, untemplated.includes(id)]).toEqual([path, id, named]);
    }
  }
});
