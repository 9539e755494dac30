import type { Design } from "../../design/design.ts";
import type { Artifact, DecisionPath } from "../define-artifact.ts";
import { firstMigration, modelBlocks } from "../python/package-blocks.ts";
import { storeBlocks } from "../python/store-blocks.ts";
import { resourceFile, type SourceFile, sourceFile } from "./service-source.ts";

const BECAUSE: readonly DecisionPath[] = ["architecture.persistence", "intake.concurrency"];

/** A file that exists when the service keeps its resources in a database. */
const storeFile = (
  source: Omit<SourceFile, "phase" | "because" | "appliesWhen"> & { because?: readonly DecisionPath[] },
): Artifact =>
  sourceFile({
    ...source,
    phase: "persistence",
    because: [...BECAUSE, ...(source.because ?? [])],
    appliesWhen: ({ answers }: Design) => answers.architecture.persistence !== "none",
  });

/** Tables, statements and migrations of a service. */
export const serviceStoreArtifacts: readonly Artifact[] = [
  storeFile({
    id: "service-store-package",
    file: "db/__init__.py",
    purpose: "Says what belongs into the store",
    layer: "db",
    effort: "trivial",
  }),
  storeFile({
    id: "service-base",
    file: "db/base.py",
    purpose: "What all tables share: the names of their constraints",
    layer: "db",
    effort: "trivial",
  }),
  storeFile({
    id: "service-engine",
    file: "db/engine.py",
    variant: "persistence",
    purpose: "Connections, their timeouts, and what a transaction is",
    layer: "db",
    effort: "complex",
    after: ["service-settings", "service-domain-errors"],
    requirements: [
      "Every wait on the database has an end.",
      "Pools of all replicas together leave room on the server, checked at the start.",
    ],
  }),
  storeFile({
    id: "service-keyset",
    file: "db/keyset.py",
    purpose: "Pages that stay stable while rows come and go",
    layer: "db",
    effort: "simple",
  }),
  storeFile({
    id: "service-idempotency-store",
    file: "db/idempotency.py",
    purpose: "What was answered to requests with an idempotency key",
    layer: "db",
    effort: "complex",
    after: ["service-base", "service-engine"],
    because: ["features.api_purpose"],
    requirements: ["Two requests with one key at the same time leave one row."],
  }),
  resourceFile({
    id: "service-table",
    phase: "persistence",
    file: "db/xx_resources_xx.py",
    purpose: (resources) => `The table of ${resources} and its statements`,
    layer: "db",
    because: BECAUSE,
    effort: "complex",
    after: ["service-base", "service-engine", "service-keyset", "service-domain-resource"],
    requirements: [
      "The version is checked inside the UPDATE itself.",
      "A taken unique value is a ConflictError with the field's name.",
      "CHECK constraints mirror the limits of the domain.",
    ],
    blocks: storeBlocks,
  }),
  storeFile({
    id: "service-models",
    file: "db/models.py",
    purpose: "All tables in one place, for migrations",
    layer: "db",
    effort: "trivial",
    after: ["service-table", "service-idempotency-store"],
    because: ["structure.resources"],
    values: modelBlocks,
  }),
  storeFile({
    id: "service-migrations-package",
    file: "migrations/__init__.py",
    purpose: "Says what migrations are",
    layer: "migrations",
    effort: "trivial",
  }),
  storeFile({
    id: "service-migrations-env",
    file: "migrations/env.py",
    variant: "persistence",
    purpose: "Runs migrations with the service's own settings, one process at a time",
    layer: "migrations",
    effort: "moderate",
    after: ["service-engine", "service-models"],
    requirements: ["lock_timeout holds during migrations."],
  }),
  storeFile({
    id: "service-migrations-run",
    file: "migrations/run.py",
    purpose: "Moves the database between the versions of its schema",
    layer: "migrations",
    effort: "simple",
    after: ["service-migrations-env"],
  }),
  storeFile({
    id: "service-migrations-template",
    file: "migrations/script.py.mako",
    purpose: "The form of every new migration",
    layer: "none",
    effort: "trivial",
  }),
  storeFile({
    id: "service-first-migration",
    file: "migrations/versions/0001_initial.py",
    purpose: "Creates the first tables, and removes them again",
    layer: "migrations",
    effort: "moderate",
    after: ["service-models", "service-migrations-env"],
    because: ["structure.resources"],
    requirements: [
      "upgrade and downgrade are complete.",
      "alembic check finds no difference to the tables in the code.",
    ],
    values: firstMigration,
  }),
];
