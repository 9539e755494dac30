import { isService, isSmall, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const persistence: ChoiceDecision<"persistence", "none" | "sqlite" | "postgres"> = choice({
  id: "persistence",
  stage: "architecture",
  ask: "Where does it keep its data?",
  label: "Persistence",
  why: "Storage changes more files than any other answer: models, migrations, transactions, health checks, tests.",
  presence: "required",
  options: {
    none: {
      label: "None",
      summary: "Nothing outlives the process, or the caller keeps it.",
      chooseWhen: "A library, an experiment, or a service that only computes.",
      costs: "Resources live in memory: a restart forgets them.",
      changes: "No db/, no migrations; resources get an in-memory store.",
    },
    sqlite: {
      label: "SQLite",
      summary: "One file, one writer at a time, no server.",
      chooseWhen: "One process on one machine: prototypes, tools, exercises, small internal services.",
      costs:
        "A second machine cannot share it, and writers wait for each other; decimals and dates are stored as text.",
      changes: "Write transactions that start at once, foreign keys on, batch migrations from tier 3 up.",
    },
    postgres: {
      label: "Postgres",
      summary: "A database server, through SQLAlchemy 2 and Alembic.",
      chooseWhen:
        "Several processes, concurrent writers, constraints you rely on, backups you must be able to restore.",
      costs: "Somebody operates it or pays for it; tests need one at hand.",
      changes:
        "db/, migrations with upgrade and downgrade, pool limits with a start-up check, compare-and-set on versions.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) SQLite runs everywhere without a server.",
        2: "At tier 2 (prototype) SQLite or memory is enough.",
      }),
    },
  },
  suggest(answers) {
    const purpose = answers.intake?.purpose;
    if (!purpose) return null;
    if (purpose === "library" || purpose === "research")
      return { value: "none", reason: "what it computes is kept by whoever calls it" };
    if (purpose === "cli_batch")
      return { value: "sqlite", reason: "a run has to know which rows it has done, and one file is enough for that" };
    if (!isService(answers) || tierOf(answers) === 0) return null;
    return isSmall(answers)
      ? { value: "sqlite", reason: "one process on one machine needs no server" }
      : { value: "postgres", reason: "from tier 3 on several processes write at once and data has to be backed up" };
  },
});
