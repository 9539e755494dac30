import { type ChoiceDecision, choice } from "../define.ts";

export const apiPurpose: ChoiceDecision<"api_purpose", "external_public" | "internal" | "dev_only", "conditional"> =
  choice({
    id: "api_purpose",
    stage: "features",
    ask: "Whom is the API for?",
    label: "API audience",
    why: "It decides versioning, limits, idempotency and which documents are served.",
    presence: "conditional",
    askedWhen: ({ features }) => features?.api !== undefined && features.api !== "none",
    options: {
      external_public: {
        label: "External and public",
        summary: "Callers you do not know.",
        chooseWhen: "Customers or partners build on it.",
        costs: "Every published field stays; removing one takes a version and notice.",
        changes:
          "Routes under /v1, idempotency keys, rate limits per client, body limits, a contract snapshot compared in CI.",
      },
      internal: {
        label: "Internal",
        summary: "Other services of your organisation.",
        chooseWhen: "You can deploy with your callers.",
        costs: "Authentication and timeouts are still needed; internal is not the same as trusted.",
        changes: "The same contract without public documentation pages, with service credentials in settings.",
      },
      dev_only: {
        label: "Development only",
        summary: "You, on this machine.",
        chooseWhen: "It makes an experiment or a tool easier to look at.",
        costs: "It must not end up on a server: it refuses to start in production.",
        changes: "Binds 127.0.0.1 and stops when the environment is production.",
      },
    },
    suggest({ intake }) {
      if (intake?.purpose === "external_api")
        return { value: "external_public", reason: "the purpose is an API for callers outside" };
      if (intake?.purpose === "internal_service")
        return { value: "internal", reason: "the callers are your own systems" };
      return intake?.purpose
        ? { value: "dev_only", reason: "the purpose is not a service, so the API is a convenience" }
        : null;
    },
  });
