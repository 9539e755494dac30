import { type ListDecision, list } from "../define.ts";

export const nonGoals: ListDecision<"non_goals"> = list({
  id: "non_goals",
  stage: "intake",
  ask: "non_goals",
  label: "non_goals",
  why: "",
  presence: "required",
  maxItems: 12,
  maxLength: 200,
});
