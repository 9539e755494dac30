import { isLibrary, isSmall } from "../answers-read.ts";
import { overAtSmallTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const demos: ChoiceDecision<"demos", "none" | "quickstart" | "tutorial" | "comprehensive"> = choice({
  id: "demos",
  stage: "features",
  ask: "Is there code that shows how it is used?",
  label: "Demo code",
  why: "Examples are what most people read first. They are executed by the checks, so they cannot rot unnoticed.",
  presence: "required",
  gate: true,
  whenUnanswered: "none",
  options: {
    none: {
      label: "No demos",
      summary: "The README's quick start is all there is.",
      chooseWhen: "The only users are the authors.",
      costs: "Nothing; for a library the critic notes it as missing.",
      changes: "No examples/ folder.",
    },
    quickstart: {
      label: "Quick start",
      summary: "One program of about thirty lines that does the main thing.",
      chooseWhen: "Somebody new should see it work within a minute.",
      costs: "One file to keep in step with the API; a test runs it.",
      changes: "examples/quickstart.py and the test that runs it.",
    },
    tutorial: {
      label: "Tutorial",
      summary: "A sequence of steps that build on each other.",
      chooseWhen: "There is an idea to be learned, not only calls to be copied.",
      costs: "Text and code that must change together.",
      changes: "examples/tutorial/ in numbered steps with explanations.",
    },
    comprehensive: {
      label: "Comprehensive",
      summary: "An example per feature and per mistake one can make.",
      chooseWhen: "Many strangers use many parts of it.",
      costs: "As much code as a small package; without tests it rots.",
      changes: "examples/ with one program per topic, all run in CI.",
      aboveCeiling: overAtSmallTiers("At tiers 1 and 2 more than one example outgrows the program itself."),
    },
  },
  suggest(answers) {
    if (!answers.intake?.tier) return null;
    if (isLibrary(answers))
      return {
        value: "quickstart",
        reason: "a library is judged by its first example, and the example doubles as a test",
      };
    return isSmall(answers) || answers.intake.purpose !== "external_api"
      ? { value: "none", reason: "the README's quick start is enough for the people who will use it" }
      : { value: "quickstart", reason: "callers outside your team copy the first example they see" };
  },
});
