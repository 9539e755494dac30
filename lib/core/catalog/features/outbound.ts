import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const outbound: ChoiceDecision<"outbound", "none" | "webhook"> = choice({
  id: "outbound",
  stage: "features",
  ask: "Does it call others when something happens?",
  label: "Outbound calls",
  why: "Other systems are slow, down or wrong at times. A call out needs limits on how long and how often it tries.",
  presence: "required",
  gate: true,
  whenUnanswered: "none",
  options: {
    none: {
      label: "No calls out",
      summary: "It answers and never asks.",
      chooseWhen: "Others fetch what they need from it.",
      costs: "Others have to poll.",
      changes: "No HTTP client among the dependencies.",
    },
    webhook: {
      label: "Webhook client",
      summary: "It tells one configured address about changes.",
      chooseWhen: "A partner or another service must know within seconds.",
      costs: "Delivery is repeated and may arrive twice; somebody must look at what could not be delivered.",
      changes:
        "clients/notifier.py with timeouts per phase, retries with jitter and caps, failure that does not fail the request, and from tier 4 a circuit breaker.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) a client for others distracts from the task.",
        2: "At tier 2 (prototype) nobody is listening yet.",
        6: "A published library makes no network calls of its own.",
      }),
    },
  },
  suggest: ({ intake }) =>
    intake?.purpose
      ? { value: "none", reason: "it can be added behind one interface when somebody has to be told" }
      : null,
});
