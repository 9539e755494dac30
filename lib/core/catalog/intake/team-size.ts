import { type NumberChoiceDecision, numberChoice } from "../define.ts";

export const teamSize: NumberChoiceDecision<"team_size", "optional"> = numberChoice({
  id: "team_size",
  stage: "intake",
  ask: "team_size",
  label: "team_size",
  why: "",
  presence: "optional",
  options: {
    "1": { label: "1", summary: "", chooseWhen: "", costs: "", changes: "" },
    "2": { label: "2", summary: "", chooseWhen: "", costs: "", changes: "" },
    "5": { label: "5", summary: "", chooseWhen: "", costs: "", changes: "" },
    "10": { label: "10", summary: "", chooseWhen: "", costs: "", changes: "" },
    "25": { label: "25", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
