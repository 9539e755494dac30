import type { Artifact } from "../define-artifact.ts";
import { hasDemos } from "../documents/traits.ts";
import { openapiOutline } from "../python/openapi-outline.ts";
import { quickstartValues } from "../python/quickstart.ts";
import { hasRules, ruleTestBlocks } from "../python/shared-rules.ts";
import { resourceTests } from "./service-resource-tests.ts";
import { testFile } from "./test-file.ts";
import { testsPackages } from "./tests-packages.ts";

const shared = [
  testFile({
    id: "tests-fixtures",
    file: "tests/conftest.py",
    purpose: "What every test can ask for: settings, a clock that stands still, a running app",
    because: ["architecture.configuration", "architecture.auth", "features.api"],
    effort: "moderate",
    after: ["service-settings", "service-auth"],
    requirements: ["No setting comes from the environment of the machine; time moves only when a test says so."],
  }),
  testFile({
    id: "tests-problems",
    file: "tests/problems.py",
    purpose: "One check of what every refusal must look like",
    because: ["features.api"],
    effort: "simple",
    after: ["service-errors"],
  }),
  testFile({
    id: "tests-database-fixtures",
    file: "tests/integration/conftest.py",
    purpose: "An empty, migrated database for each test, an app on it and a real server",
    because: ["architecture.persistence", "features.api"],
    effort: "moderate",
    after: ["tests-fixtures", "service-app", "service-engine", "service-migrations-run"],
    requirements: [
      "Without the variable of the test database every test is skipped with a reason that names the variable.",
      "A database whose name does not contain `test` is never touched.",
    ],
  }),
];

const units = [
  testFile({
    id: "tests-shared-rules",
    file: "tests/unit/test_rules.py",
    purpose: "What each shared limit lets pass and what it refuses",
    because: ["structure.resources"],
    effort: "simple",
    after: ["service-domain-rules"],
    appliesWhen: hasRules,
    values: ruleTestBlocks,
  }),
  testFile({
    id: "tests-settings",
    file: "tests/unit/test_settings.py",
    purpose: "Missing, malformed and unknown settings are named; secrets are never shown; code wins over environment",
    because: ["architecture.configuration"],
    effort: "moderate",
    after: ["service-settings"],
  }),
  testFile({
    id: "tests-errors",
    file: "tests/unit/test_errors.py",
    purpose: "Every error of the domain is mapped to a problem with its status",
    because: ["architecture.error_handling"],
    effort: "simple",
    after: ["service-errors"],
  }),
  testFile({
    id: "tests-log",
    file: "tests/unit/test_log.py",
    purpose: "Every record of a request carries its id, and none carries a secret",
    because: ["architecture.logging", "features.api"],
    effort: "moderate",
    after: ["service-log", "service-app"],
  }),
  testFile({
    id: "tests-auth",
    file: "tests/unit/test_auth.py",
    purpose: "Only known keys say who is calling",
    because: ["architecture.auth"],
    effort: "simple",
    after: ["service-auth"],
  }),
  testFile({
    id: "tests-engine",
    file: "tests/unit/test_engine.py",
    purpose: "The pools of all replicas fit into the database's connections",
    because: ["architecture.persistence"],
    effort: "simple",
    after: ["service-engine"],
  }),
  testFile({
    id: "tests-edge",
    file: "tests/unit/test_edge.py",
    purpose: "What the edge refuses by itself: no key, no route, large bodies, overload, a database that is away",
    because: ["features.api", "architecture.auth"],
    effort: "complex",
    after: ["service-app", "service-middleware", "tests-problems"],
  }),
  testFile({
    id: "tests-rate-limit",
    file: "tests/unit/test_rate_limit.py",
    purpose: "Each client has its own share, which grows back with time",
    because: ["features.api"],
    effort: "simple",
    after: ["service-app", "tests-problems"],
  }),
  testFile({
    id: "tests-commands",
    file: "tests/unit/test_commands.py",
    purpose: "What the commands say and how they end",
    because: ["architecture.configuration", "features.api"],
    effort: "simple",
    after: ["service-main"],
  }),
];

const integration = [
  testFile({
    id: "tests-idempotency",
    file: "tests/integration/test_idempotency.py",
    purpose: "One idempotency key has one effect, also in parallel and after a refusal",
    because: ["features.api", "architecture.persistence"],
    effort: "moderate",
    after: ["tests-database-fixtures", "tests-samples"],
  }),
  testFile({
    id: "tests-purge",
    file: "tests/integration/test_purge.py",
    purpose: "Purging removes only answers that have expired",
    because: ["features.api", "architecture.persistence"],
    effort: "simple",
    after: ["tests-database-fixtures", "service-main"],
  }),
  testFile({
    id: "tests-migrations",
    file: "tests/integration/test_migrations.py",
    purpose: "The schema goes up, down and up again, keeps rows, and is the one the code expects",
    because: ["architecture.persistence"],
    effort: "moderate",
    after: ["tests-database-fixtures", "tests-samples"],
  }),
  testFile({
    id: "tests-health",
    file: "tests/integration/test_health.py",
    purpose: "Ready with its database, not ready while draining; a real server stops when told to",
    because: ["features.api", "architecture.persistence"],
    effort: "simple",
    after: ["tests-database-fixtures", "tests-problems"],
  }),
  testFile({
    id: "tests-quickstart",
    file: "tests/integration/test_quickstart.py",
    purpose: "Runs the example as it is written, against a real server",
    because: ["features.demos", "features.api"],
    effort: "simple",
    after: ["tests-database-fixtures", "service-quickstart"],
    appliesWhen: hasDemos,
  }),
];

const contract = [
  testFile({
    id: "tests-interface-outline",
    file: "tests/contract/outline.py",
    purpose: "Reduces an OpenAPI document to what callers rely on",
    because: ["features.api"],
    effort: "simple",
    after: ["service-openapi"],
  }),
  testFile({
    id: "tests-interface-promise",
    file: "tests/contract/openapi.json",
    purpose: "The promised interface: routes, parameters, statuses, names and types",
    because: ["structure.resources", "features.api"],
    effort: "moderate",
    after: ["tests-interface-outline"],
    text: openapiOutline,
  }),
  testFile({
    id: "tests-interface",
    file: "tests/contract/test_openapi.py",
    purpose: "The HTTP interface is the promised one, under a version, with its refusals documented",
    because: ["features.api"],
    effort: "simple",
    after: ["tests-interface-outline", "tests-interface-promise"],
  }),
];

const examples = [
  testFile({
    id: "service-quickstart",
    file: "examples/quickstart.py",
    purpose: "A first walk through the service, for people to run and to copy from",
    because: ["features.demos", "features.api", "structure.resources"],
    effort: "simple",
    after: ["service-app"],
    phase: "optional",
    layer: "examples",
    requirements: ["Runs as it is written against a service on this machine; can be run again and again."],
    appliesWhen: hasDemos,
    values: quickstartValues,
  }),
];

/** The tests, samples and examples of a service. */
export const serviceTests: readonly Artifact[] = [
  ...testsPackages.service,
  ...shared,
  ...resourceTests,
  ...units,
  ...integration,
  ...contract,
  ...examples,
];
