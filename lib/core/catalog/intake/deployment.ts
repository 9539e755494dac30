import { type ChoiceDecision, choice } from "../define.ts";

export const deployment: ChoiceDecision<"deployment", "local" | "docker" | "cloud" | "multiple" | "undecided"> = choice(
  {
    id: "deployment",
    stage: "intake",
    ask: "deployment",
    label: "deployment",
    why: "",
    presence: "required",
    options: {
      local: { label: "local", summary: "", chooseWhen: "", costs: "", changes: "" },
      docker: { label: "docker", summary: "", chooseWhen: "", costs: "", changes: "" },
      cloud: { label: "cloud", summary: "", chooseWhen: "", costs: "", changes: "" },
      multiple: { label: "multiple", summary: "", chooseWhen: "", costs: "", changes: "" },
      undecided: { label: "undecided", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  },
);
