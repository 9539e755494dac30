import { type ChoiceDecision, choice } from "../define.ts";

export const persistence: ChoiceDecision<"persistence", "none" | "sqlite" | "postgres"> = choice({
  id: "persistence",
  stage: "architecture",
  ask: "persistence",
  label: "persistence",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    sqlite: { label: "sqlite", summary: "", chooseWhen: "", costs: "", changes: "" },
    postgres: { label: "postgres", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
