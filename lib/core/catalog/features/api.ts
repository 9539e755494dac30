import { type ChoiceDecision, choice } from "../define.ts";

export const api: ChoiceDecision<"api", "none" | "fastapi" | "flask" | "strawberry" | "graphene" | "other"> = choice({
  id: "api",
  stage: "features",
  ask: "api",
  label: "api",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    fastapi: { label: "fastapi", summary: "", chooseWhen: "", costs: "", changes: "" },
    flask: { label: "flask", summary: "", chooseWhen: "", costs: "", changes: "" },
    strawberry: { label: "strawberry", summary: "", chooseWhen: "", costs: "", changes: "" },
    graphene: { label: "graphene", summary: "", chooseWhen: "", costs: "", changes: "" },
    other: { label: "other", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
