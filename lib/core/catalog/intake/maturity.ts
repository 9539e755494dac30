import { type ChoiceDecision, choice } from "../define.ts";

export const maturity: ChoiceDecision<"maturity", "prototype" | "production" | "long_term"> = choice({
  id: "maturity",
  stage: "intake",
  ask: "How finished must the first version be?",
  label: "Maturity",
  why: "It sets how much proof is asked for: tests, hooks, documentation and security files. The critic weighs every feature against it.",
  presence: "required",
  options: {
    prototype: {
      label: "Prototype",
      summary: "It shows that something works; nobody depends on it yet.",
      chooseWhen: "You would rather learn in a week than be right in a month, and may throw it away.",
      costs: "It is not fit for real users, and says so at the top of its README.",
      changes: "Few files and few checks; what must change before real use is listed.",
    },
    production: {
      label: "Production-ready",
      summary: "Real users rely on it from the first release.",
      chooseWhen: "An outage or a wrong answer costs somebody money, time or trust.",
      costs:
        "Tests, typed settings, migrations and hooks from the first day: about as much text as the core logic itself.",
      changes: "Adds CHANGELOG, SECURITY, decision records, pre-commit and the checks that CI runs.",
    },
    long_term: {
      label: "Long-term maintained",
      summary: "It will be changed for years, also by people who were not there at the start.",
      chooseWhen: "It is a product's core, a shared library or something an auditor will ask about.",
      costs:
        "Every dependency is judged by whether it will still be maintained; deprecations and upgrades are planned work.",
      changes:
        "As production-ready, with stricter findings on old Python versions, unmaintained tools and missing locks.",
    },
  },
});
