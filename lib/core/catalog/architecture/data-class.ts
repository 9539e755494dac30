import { type ChoiceDecision, choice } from "../define.ts";

export const dataClass: ChoiceDecision<"data_class", "public" | "internal" | "personal" | "regulated", "optional"> =
  choice({
    id: "data_class",
    stage: "architecture",
    ask: "data_class",
    label: "data_class",
    why: "",
    presence: "optional",
    options: {
      public: { label: "public", summary: "", chooseWhen: "", costs: "", changes: "" },
      internal: { label: "internal", summary: "", chooseWhen: "", costs: "", changes: "" },
      personal: { label: "personal", summary: "", chooseWhen: "", costs: "", changes: "" },
      regulated: { label: "regulated", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  });
