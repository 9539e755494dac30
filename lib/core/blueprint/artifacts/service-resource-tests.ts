import { hasLimits, resourceSamples, uniqueFields } from "../python/resource-samples.ts";
import { resourceTestFile } from "./test-file.ts";

const UNIT_AFTER = ["tests-samples", "service-domain-resource"];
const HTTP_AFTER = ["tests-samples", "tests-problems", "tests-database-fixtures", "service-routes"];

/** The tests of each resource: its rules without a database, its routes and its rows with one. */
export const resourceTests = [
  resourceTestFile({
    id: "tests-samples",
    file: "tests/samples/xx_resource_xx.py",
    purpose: ({ names }) => `Samples of one ${names.title}: valid values, a change, and what must be refused`,
    because: [],
    effort: "moderate",
    after: ["service-domain-resource"],
    requirements: ["Samples with different numbers share no unique value; every limit has a value just outside it."],
    values: resourceSamples,
  }),
  resourceTestFile({
    id: "tests-rules",
    file: "tests/unit/test_xx_resource_xx_rules.py",
    purpose: ({ names }) => `How one ${names.title} starts and changes; its version only grows`,
    because: [],
    effort: "moderate",
    after: UNIT_AFTER,
    requirements: ["Property tests: anything within the limits is kept; the version only grows."],
  }),
  resourceTestFile({
    id: "tests-limits",
    file: "tests/unit/test_xx_resource_xx_limits.py",
    purpose: ({ names }) => `The limits of the fields of one ${names.title}`,
    because: [],
    effort: "simple",
    after: UNIT_AFTER,
    appliesTo: hasLimits,
  }),
  resourceTestFile({
    id: "tests-lifecycle",
    file: "tests/unit/test_xx_resource_xx_lifecycle.py",
    purpose: ({ names }) => `Only declared moves of one ${names.title} happen, in any order of calls`,
    because: [],
    effort: "complex",
    after: UNIT_AFTER,
    requirements: ["A state machine (Hypothesis) never reaches an undeclared state."],
    appliesTo: ({ lifecycle }) => lifecycle !== undefined,
  }),
  resourceTestFile({
    id: "tests-routes",
    file: "tests/integration/test_xx_resources_xx_http.py",
    purpose: ({ names }) => `The routes of ${names.pluralTitle}, page by page and in a race for one version`,
    because: ["features.api", "architecture.persistence"],
    effort: "complex",
    after: HTTP_AFTER,
    requirements: [
      "Two changes on one version: exactly one wins.",
      "412 when stale, 428 without If-Match, 422 by field.",
    ],
  }),
  resourceTestFile({
    id: "tests-rows",
    file: "tests/integration/test_xx_resources_xx_store.py",
    purpose: ({ names }) => `Whatever is stored of ${names.pluralTitle} is read back equal`,
    because: ["architecture.persistence"],
    effort: "simple",
    after: ["tests-samples", "tests-database-fixtures", "service-table"],
  }),
  resourceTestFile({
    id: "tests-uniqueness",
    file: "tests/integration/test_xx_resources_xx_uniqueness.py",
    purpose: ({ names }) => `Unique values of ${names.pluralTitle}, also when two clients ask at once`,
    because: ["features.api", "architecture.persistence"],
    effort: "moderate",
    after: HTTP_AFTER,
    requirements: ["Two creations with one unique value: exactly one wins."],
    appliesTo: (resource) => uniqueFields(resource).length > 0,
  }),
  resourceTestFile({
    id: "tests-transitions",
    file: "tests/integration/test_xx_resources_xx_transitions.py",
    purpose: ({ names }) => `The lifecycle of ${names.pluralTitle} over HTTP`,
    because: ["features.api", "architecture.persistence"],
    effort: "moderate",
    after: HTTP_AFTER,
    appliesTo: ({ lifecycle }) => lifecycle !== undefined,
  }),
  resourceTestFile({
    id: "tests-removal",
    file: "tests/integration/test_xx_resources_xx_removal.py",
    purpose: ({ names }) => `Deleting ${names.pluralTitle} over HTTP`,
    because: ["features.api", "architecture.persistence"],
    effort: "simple",
    after: HTTP_AFTER,
    appliesTo: ({ lifecycle }) => lifecycle === undefined,
  }),
];
