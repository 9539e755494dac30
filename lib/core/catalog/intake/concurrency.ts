import { type ChoiceDecision, choice } from "../define.ts";

export const concurrency: ChoiceDecision<"concurrency", "sync" | "asyncio" | "mixed" | "undecided"> = choice({
  id: "concurrency",
  stage: "intake",
  ask: "concurrency",
  label: "concurrency",
  why: "",
  presence: "required",
  options: {
    sync: { label: "sync", summary: "", chooseWhen: "", costs: "", changes: "" },
    asyncio: { label: "asyncio", summary: "", chooseWhen: "", costs: "", changes: "" },
    mixed: { label: "mixed", summary: "", chooseWhen: "", costs: "", changes: "" },
    undecided: { label: "undecided", summary: "", chooseWhen: "", costs: "", changes: "" },
  },
});
