import { type ChoiceDecision, choice } from "../define.ts";

export const apiPurpose: ChoiceDecision<"api_purpose", "external_public" | "internal" | "dev_only", "conditional"> =
  choice({
    id: "api_purpose",
    stage: "features",
    ask: "api_purpose",
    label: "api_purpose",
    why: "",
    presence: "conditional",
    options: {
      external_public: { label: "external_public", summary: "", chooseWhen: "", costs: "", changes: "" },
      internal: { label: "internal", summary: "", chooseWhen: "", costs: "", changes: "" },
      dev_only: { label: "dev_only", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  });
