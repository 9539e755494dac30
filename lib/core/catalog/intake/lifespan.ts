import { type ChoiceDecision, choice } from "../define.ts";

export const lifespan: ChoiceDecision<"lifespan", "short" | "medium" | "long"> = choice({
  id: "lifespan",
  stage: "intake",
  ask: "lifespan",
  label: "lifespan",
  why: "",
  presence: "required",
  options: {
    short: { label: "short", summary: "", chooseWhen: "", costs: "", changes: "" },
    medium: { label: "medium", summary: "", chooseWhen: "", costs: "", changes: "" },
    long: { label: "long", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
