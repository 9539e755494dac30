import { type NumberChoiceDecision, numberChoice } from "../define.ts";

export const tier: NumberChoiceDecision<"tier"> = numberChoice({
  id: "tier",
  stage: "intake",
  ask: "How much structure does it carry?",
  label: "Tier",
  why: "The tier sets the ceiling: what lies above it can still be chosen, but asks for a reason that is kept as a decision record. A classifier suggests it from your answers; you decide.",
  presence: "required",
  options: {
    "1": {
      label: "1 Interview",
      summary: "A small program that is read once, with care.",
      chooseWhen: "A take-home task, an exercise, a teaching example: somebody judges the judgement in it.",
      costs: "No layers, no image, no matrix: what a service would need is written in the README instead.",
      changes: "8 to 13 files, flat modules, SQLite or JSON, 8 to 15 focused tests.",
    },
    "2": {
      label: "2 Prototype",
      summary: "The least code that shows whether the idea works.",
      chooseWhen: "You want to know in days, and may throw it away.",
      costs: "No migrations, no access control, hardly any tests; its README says so first.",
      changes: "4 to 8 files, one file if possible, SQLite or memory, a smoke test.",
    },
    "3": {
      label: "3 MVP",
      summary: "A layered monolith that a small team can run in production.",
      chooseWhen: "Real users come soon, and one to five people build it. The usual tier for a service.",
      costs: "About as much code around the core logic as in it; one database, one deployable.",
      changes: "30 to 55 files in three layers, migrations with a way back, 35 to 70 tests, CI.",
    },
    "4": {
      label: "4 Growth",
      summary: "A modular monolith whose parts may only meet at their public surface.",
      chooseWhen: "Several people or small teams change different parts in the same week, and load is measured.",
      costs: "One and a half to two times the core logic; boundaries, outbox and telemetry have to be understood.",
      changes: "60 to 100 files, modules with their own layers, background work, circuit breakers, import rules in CI.",
    },
    "5": {
      label: "5 Enterprise",
      summary: "Bounded contexts with ports and adapters, audit and service levels.",
      chooseWhen: "Compliance, several teams and contracts that are older than the people who know them.",
      costs: "Two to three times the core logic; a change often touches four layers.",
      changes: "95 to 160 files, contexts in four layers, audit log, two API versions, runbook and threat model.",
    },
    "6": {
      label: "6 Open source",
      summary: "A library with a minimal public surface that strangers can trust.",
      chooseWhen: "It is published, and its users read the types and the changelog.",
      costs: "Semantic versioning, deprecations and answers to issues; at most two runtime dependencies.",
      changes: "28 to 50 files, exhaustive tests of the public API, typed, documented, released by trusted publishing.",
    },
  },
});
