import { type ChoiceDecision, choice } from "../define.ts";

export const configuration: ChoiceDecision<"configuration", "env" | "files" | "pydantic_settings" | "combination"> =
  choice({
    id: "configuration",
    stage: "architecture",
    ask: "configuration",
    label: "configuration",
    why: "",
    presence: "required",
    options: {
      env: { label: "env", summary: "", chooseWhen: "", costs: "", changes: "" },
      files: { label: "files", summary: "", chooseWhen: "", costs: "", changes: "" },
      pydantic_settings: { label: "pydantic_settings", summary: "", chooseWhen: "", costs: "", changes: "" },
      combination: { label: "combination", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  });
