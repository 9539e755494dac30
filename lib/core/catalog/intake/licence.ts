import { type ChoiceDecision, choice } from "../define.ts";

export const licence: ChoiceDecision<
  "licence",
  "MIT" | "Apache-2.0" | "BSD-3-Clause" | "MPL-2.0" | "GPL-3.0-or-later" | "proprietary"
> = choice({
  id: "licence",
  stage: "intake",
  ask: "licence",
  label: "licence",
  why: "",
  presence: "required",
  options: {
    MIT: { label: "MIT", summary: "", chooseWhen: "", costs: "", changes: "" },
    "Apache-2.0": { label: "Apache-2.0", summary: "", chooseWhen: "", costs: "", changes: "" },
    "BSD-3-Clause": { label: "BSD-3-Clause", summary: "", chooseWhen: "", costs: "", changes: "" },
    "MPL-2.0": { label: "MPL-2.0", summary: "", chooseWhen: "", costs: "", changes: "" },
    "GPL-3.0-or-later": { label: "GPL-3.0-or-later", summary: "", chooseWhen: "", costs: "", changes: "" },
    proprietary: { label: "proprietary", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
