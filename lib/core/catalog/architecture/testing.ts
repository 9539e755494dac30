import { tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const testing: ChoiceDecision<"testing", "none" | "unit" | "unit_integration" | "comprehensive"> = choice({
  id: "testing",
  stage: "architecture",
  ask: "How is it proved that it works?",
  label: "Testing",
  why: "Tests decide how boldly it can be changed later. Their depth should follow what a mistake would cost.",
  presence: "required",
  options: {
    none: {
      label: "None",
      summary: "No automated tests; lint, types and an import check remain.",
      chooseWhen: "Throw-away code that is looked at while it runs.",
      costs: "Every change is a guess. With production maturity it is a blocker that needs a written reason.",
      changes: "No tests/ folder, no pytest.",
    },
    unit: {
      label: "Unit",
      summary: "The rules are tested in memory, in well under a second.",
      chooseWhen: "Most of the risk is in the logic: libraries, tools, exercises, prototypes.",
      costs: "Nothing is known about the database, HTTP or the way parts are wired.",
      changes: "tests/unit with the rules, the state machine and the settings.",
    },
    unit_integration: {
      label: "Unit and integration",
      summary: "Also through the real database and the real HTTP layer.",
      chooseWhen: "It keeps data others rely on. The usual depth for tiers 3 and 4.",
      costs: "Tests need a database at hand; without one they skip and say so. The suite stays under thirty seconds.",
      changes:
        "tests/integration with races, migrations up and down, pagination, idempotency and shutdown; a contract snapshot.",
      aboveCeiling: overAtTiers({ 2: "At tier 2 (prototype) a smoke test is enough." }),
    },
    comprehensive: {
      label: "Comprehensive",
      summary: "The whole pyramid with end-to-end runs, property tests and coverage gates.",
      chooseWhen: "A mistake costs money or trust, or strangers depend on a public API.",
      costs: "Slower CI, and tests that must be looked after like code.",
      changes: "Adds end-to-end and contract jobs, property-based tests and a coverage bar that fails the build.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) 8 to 15 focused tests show more judgement than a pyramid.",
        2: "At tier 2 (prototype) a smoke test is enough.",
      }),
    },
  },
  suggest(answers) {
    const tier = tierOf(answers);
    if (tier === 0) return null;
    if (tier <= 2)
      return {
        value: "unit",
        reason:
          tier === 1
            ? "a dozen focused tests of the rules is what a reader looks for"
            : "a smoke test costs an hour and tells when the idea broke",
      };
    if (tier <= 4)
      return { value: "unit_integration", reason: "most faults of a service lie at the database and the HTTP layer" };
    return {
      value: "comprehensive",
      reason: tier === 6 ? "strangers rely on every public name" : "contracts and audits ask for proof at every level",
    };
  },
});
