import { type ChoiceDecision, choice } from "../define.ts";

export const purpose: ChoiceDecision<
  "purpose",
  "external_api" | "internal_service" | "library" | "research" | "cli_batch"
> = choice({
  id: "purpose",
  stage: "intake",
  ask: "What is it above all?",
  label: "Primary purpose",
  why: "It decides the outer form of the repository: what starts it, what it exposes, and which of the later questions matter.",
  presence: "required",
  options: {
    external_api: {
      label: "External API",
      summary: "A service that people or programs outside your organisation call over REST or GraphQL.",
      chooseWhen: "Somebody you cannot phone depends on the answers: customers, partners, a public client.",
      costs:
        "A versioned contract, authentication, rate limits and error formats have to be right before the first release, because you cannot change their callers.",
      changes:
        "Adds api/, the error contract, health checks, idempotent creation and rate limits; at least one resource is needed.",
    },
    internal_service: {
      label: "Internal service",
      summary: "A service that other systems of your own organisation call.",
      chooseWhen: "You know every caller, can deploy with them, and the network is yours.",
      costs:
        "It still needs authentication and timeouts: most incidents between internal services are slow answers, not attacks.",
      changes:
        "The same service without public documentation pages and without rate limits per customer; at least one resource is needed.",
    },
    library: {
      label: "Reusable library",
      summary: "A package that other developers install and import.",
      chooseWhen: "The value is in functions and types, and somebody else decides how they run.",
      costs:
        "Every public name is a promise: removing one takes a deprecation and a major version. Dependencies become your users' dependencies.",
      changes:
        "A small public surface in __init__.py, typed and tested; no settings, no server, no global state. Modules come from the API you write.",
    },
    research: {
      label: "Research prototype",
      summary: "Code that answers a question with an experiment one can repeat.",
      chooseWhen: "The result is a number, a figure or a decision, and the code may be thrown away after it.",
      costs: "Little: a seeded run and a way to compare results. It is not built to stay up.",
      changes: "A configuration object, a seeded run, a summary and CSV output: one seed gives one result.",
    },
    cli_batch: {
      label: "Command line or batch",
      summary: "A program that is started, works through its input and ends.",
      chooseWhen: "A person at a terminal or a scheduler starts it, and nobody waits on a connection.",
      costs:
        "Exit codes, resumption after a crash and reports on refused rows take care that a server gets from its framework.",
      changes:
        "cli.py with subcommands, exit codes 0 to 3, data on stdout and logs on stderr, and runs that resume by row key.",
    },
  },
});
