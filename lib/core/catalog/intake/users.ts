import { type ChoicesDecision, choices } from "../define.ts";

export const users: ChoicesDecision<"users", "external" | "internal_team" | "developers" | "automated" | "personal"> =
  choices({
    id: "users",
    stage: "intake",
    ask: "users",
    label: "users",
    why: "",
    presence: "required",
    atLeast: 0,
    options: {
      external: { label: "external", summary: "", chooseWhen: "", costs: "", changes: "" },
      internal_team: { label: "internal_team", summary: "", chooseWhen: "", costs: "", changes: "" },
      developers: { label: "developers", summary: "", chooseWhen: "", costs: "", changes: "" },
      automated: { label: "automated", summary: "", chooseWhen: "", costs: "", changes: "" },
      personal: { label: "personal", summary: "", chooseWhen: "", costs: "", changes: "" },
    },
  });
