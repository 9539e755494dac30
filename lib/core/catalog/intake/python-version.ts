import { type ChoiceDecision, choice } from "../define.ts";

export const pythonVersion: ChoiceDecision<"python_version", "3.10" | "3.11" | "3.12" | "3.13" | "3.14" | "3.15"> =
  choice({
    id: "python_version",
    stage: "intake",
    ask: "python_version",
    label: "python_version",
    why: "",
    presence: "required",
    options: {
      "3.10": { label: "3.10", summary: "", chooseWhen: "", costs: "", changes: "" },
      "3.11": { label: "3.11", summary: "", chooseWhen: "", costs: "", changes: "" },
      "3.12": { label: "3.12", summary: "", chooseWhen: "", costs: "", changes: "" },
      "3.13": { label: "3.13", summary: "", chooseWhen: "", costs: "", changes: "" },
      "3.14": { label: "3.14", summary: "", chooseWhen: "", costs: "", changes: "" },
      "3.15": { label: "3.15", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  });
