import { type ChoicesDecision, choices } from "../define.ts";

type User = "external" | "internal_team" | "developers" | "automated" | "personal";

/** Whom each purpose usually serves. */
const USUAL = {
  external_api: ["external"],
  internal_service: ["internal_team"],
  library: ["developers"],
  research: ["personal"],
  cli_batch: ["internal_team"],
} as const;

export const users: ChoicesDecision<"users", User> = choices({
  id: "users",
  stage: "intake",
  ask: "Who uses it?",
  label: "Intended users",
  why: "It decides how errors are worded, what is documented and how strictly access is proved. Choose the one or two groups whose needs settle a trade-off.",
  presence: "required",
  atLeast: 1,
  options: {
    external: {
      label: "External customers",
      summary: "People or companies outside your organisation.",
      chooseWhen: "They sign up, pay or rely on it without knowing your team.",
      costs: "Their data and their trust: errors must not leak internals, and changes need notice.",
      changes: "Speaks for authentication, versioning, prose documentation and higher tiers.",
    },
    internal_team: {
      label: "Internal team",
      summary: "Colleagues who can walk over when something is odd.",
      chooseWhen: "Operations, support or another team uses it in daily work.",
      costs: "Little ceremony, but they will script against it: what they rely on becomes a contract too.",
      changes: "Speaks for readable logs, a runbook and plain error texts.",
    },
    developers: {
      label: "Developers who import it",
      summary: "People who read your signatures and your docstrings.",
      chooseWhen: "It is installed from an index or a repository and called from their code.",
      costs: "Names, types and deprecations have to be looked after for years.",
      changes: "Speaks for a small public surface, type hints that hold, examples and an API reference.",
    },
    automated: {
      label: "Automated systems",
      summary: "Programs, schedulers and other services, with nobody watching.",
      chooseWhen: "Requests come from jobs, webhooks or devices.",
      costs: "They retry without thought: creation must be safe to repeat, and limits must be explicit.",
      changes: "Speaks for idempotency keys, machine-readable errors and strict validation of input.",
    },
    personal: {
      label: "Yourself",
      summary: "You, on your own machine.",
      chooseWhen: "It is a tool, an exercise or an experiment of your own.",
      costs: "Nothing now; whoever takes it over later pays for what is missing.",
      changes: "Speaks for the small tiers and for leaving features out.",
    },
  },
  suggest({ intake }) {
    if (!intake?.purpose) return null;
    return {
      value: [...USUAL[intake.purpose]],
      reason:
        "this is whom a project of this purpose usually serves; add others only when their needs decide something",
    };
  },
});
