import { type ChoiceDecision, choice } from "../define.ts";

export const purpose: ChoiceDecision<
  "purpose",
  "external_api" | "internal_service" | "library" | "research" | "cli_batch"
> = choice({
  id: "purpose",
  stage: "intake",
  ask: "purpose",
  label: "purpose",
  why: "",
  presence: "required",
  options: {
    external_api: { label: "external_api", summary: "", chooseWhen: "", costs: "", changes: "" },
    internal_service: { label: "internal_service", summary: "", chooseWhen: "", costs: "", changes: "" },
    library: { label: "library", summary: "", chooseWhen: "", costs: "", changes: "" },
    research: { label: "research", summary: "", chooseWhen: "", costs: "", changes: "" },
    cli_batch: { label: "cli_batch", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
