import { type ChoiceDecision, choice } from "../define.ts";

export const webUi: ChoiceDecision<"web_ui", "none" | "jinja2" | "spa" | "html_forms" | "admin_framework"> = choice({
  id: "web_ui",
  stage: "features",
  ask: "web_ui",
  label: "web_ui",
  why: "",
  presence: "required",
  options: {
    none: { label: "none", summary: "", chooseWhen: "", costs: "", changes: "" },
    jinja2: { label: "jinja2", summary: "", chooseWhen: "", costs: "", changes: "" },
    spa: { label: "spa", summary: "", chooseWhen: "", costs: "", changes: "" },
    html_forms: { label: "html_forms", summary: "", chooseWhen: "", costs: "", changes: "" },
    admin_framework: { label: "admin_framework", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
