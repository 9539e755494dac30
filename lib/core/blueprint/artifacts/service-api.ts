import type { Design } from "../../design/design.ts";
import type { Artifact, DecisionPath } from "../define-artifact.ts";
import { documentBlocks } from "../python/document-blocks.ts";
import { documentTypeBlocks } from "../python/document-types.ts";
import { routeBlocks } from "../python/operation-blocks.ts";
import { interfaceValues, routerBlocks } from "../python/package-blocks.ts";
import { resourceFile, type SourceFile, sourceFile } from "./service-source.ts";

const BECAUSE: readonly DecisionPath[] = ["features.api", "intake.concurrency"];

const hasApi = ({ answers }: Design): boolean => answers.features.api !== "none";

/** A file of the HTTP interface. */
const apiFile = (
  source: Omit<SourceFile, "phase" | "because" | "layer" | "appliesWhen"> & { because?: readonly DecisionPath[] },
): Artifact =>
  sourceFile({
    ...source,
    phase: "interface",
    layer: "api",
    because: [...BECAUSE, ...(source.because ?? [])],
    appliesWhen: hasApi,
  });

/** The HTTP interface and the command line of a service. */
export const serviceApiArtifacts: readonly Artifact[] = [
  apiFile({
    id: "service-api-package",
    file: "api/__init__.py",
    purpose: "Says what belongs into the HTTP layer",
    effort: "trivial",
  }),
  apiFile({
    id: "service-rate-limit",
    file: "api/rate_limit.py",
    purpose: "How many requests one client may make",
    effort: "simple",
    because: ["features.api_purpose"],
    requirements: ["Memory stays bounded whoever calls.", "Time is passed in."],
  }),
  apiFile({
    id: "service-runtime",
    file: "api/runtime.py",
    purpose: "What one running process holds",
    effort: "simple",
    after: ["service-settings", "service-clock", "service-rate-limit"],
    because: ["architecture.persistence"],
  }),
  apiFile({
    id: "service-problems",
    file: "api/problems.py",
    purpose: "Turns every refusal into a problem document (RFC 9457)",
    effort: "moderate",
    after: ["service-errors", "service-domain-errors"],
    because: ["architecture.error_handling"],
    requirements: ["No internals in any answer.", "Validation errors, 404 and 405 have the same form."],
  }),
  apiFile({
    id: "service-middleware",
    file: "api/middleware.py",
    purpose: "Request id, access log, limits on bodies and requests in flight, and an answer to bugs",
    effort: "complex",
    after: ["service-problems", "service-log", "service-errors"],
    because: ["architecture.logging"],
    requirements: [
      "Pure ASGI, so that context variables reach the log.",
      "Health checks pass however busy the process is.",
    ],
  }),
  apiFile({
    id: "service-etags",
    file: "api/etags.py",
    purpose: "Versions on the wire: ETag and If-Match",
    effort: "simple",
    after: ["service-problems", "service-errors"],
    requirements: ["412 for a stale version, 428 when If-Match is missing."],
  }),
  apiFile({
    id: "service-cursors",
    file: "api/cursors.py",
    purpose: "Places in a list on the wire",
    effort: "simple",
    after: ["service-keyset"],
    requirements: ["A cursor that we have not made is refused, never a server error."],
  }),
  apiFile({
    id: "service-deps",
    file: "api/deps.py",
    purpose: "What routes ask for, by type: session, client, rate limit",
    effort: "moderate",
    after: ["service-runtime", "service-problems", "service-auth"],
    because: ["architecture.auth", "architecture.persistence"],
  }),
  apiFile({
    id: "service-idempotency",
    file: "api/idempotency.py",
    purpose: "Safe retries: the same key gets the same answer",
    effort: "complex",
    after: ["service-deps", "service-idempotency-store"],
    because: ["features.api_purpose", "architecture.persistence"],
    requirements: [
      "Same key and body: the first answer again. Other body: 422. Still running: 409.",
      "The answer is committed together with the work.",
    ],
  }),
  apiFile({
    id: "service-documents-package",
    file: "api/schemas/__init__.py",
    purpose: "Says what the documents of the interface are",
    effort: "trivial",
  }),
  apiFile({
    id: "service-documents-base",
    file: "api/schemas/base.py",
    purpose: "Rules for all documents: unknown keys are refused, nothing is converted silently",
    effort: "simple",
    after: ["service-cursors", "service-domain-rules"],
    because: ["structure.resources"],
    values: documentTypeBlocks,
  }),
  resourceFile({
    id: "service-documents",
    phase: "interface",
    file: "api/schemas/xx_resources_xx.py",
    purpose: (resources) => `The documents about ${resources} that clients send and get`,
    layer: "api",
    because: BECAUSE,
    effort: "moderate",
    after: ["service-documents-base", "service-domain-resource", "service-table"],
    requirements: ["Unknown keys are refused.", "Every text has a bound."],
    blocks: documentBlocks,
  }),
  resourceFile({
    id: "service-routes",
    phase: "interface",
    file: "api/v1/xx_resources_xx.py",
    purpose: (resources) => `The routes of ${resources}`,
    layer: "api",
    because: [...BECAUSE, "features.api_purpose"],
    effort: "moderate",
    after: ["service-documents", "service-operations", "service-deps", "service-etags", "service-idempotency"],
    requirements: ["Each route stays under twelve lines and documents its problems."],
    blocks: routeBlocks,
  }),
  apiFile({
    id: "service-router",
    file: "api/v1/__init__.py",
    purpose: "Version 1 of the interface: all routes behind authentication and the rate limit",
    effort: "simple",
    after: ["service-routes"],
    because: ["structure.resources", "features.api_purpose"],
    values: routerBlocks,
  }),
  apiFile({
    id: "service-health",
    file: "api/health.py",
    purpose: "Whether the process runs, and whether it should get traffic",
    effort: "simple",
    after: ["service-deps", "service-engine"],
    requirements: ["Live asks nobody else.", "Ready is 503 while draining and while the database is away."],
  }),
  apiFile({
    id: "service-openapi",
    file: "api/openapi.py",
    purpose: "The interface and its OpenAPI document, without a running process",
    effort: "simple",
    after: ["service-router", "service-health", "service-problems"],
    because: ["intake.repository_name", "features.api_purpose"],
    values: interfaceValues,
  }),
  apiFile({
    id: "service-app",
    file: "api/app.py",
    purpose: "Puts the running service together",
    effort: "moderate",
    after: ["service-openapi", "service-middleware", "service-runtime", "service-engine"],
    requirements: ["What the lifespan opens is closed in reverse order."],
  }),
  apiFile({
    id: "service-server",
    file: "api/server.py",
    purpose: "Serves until told to stop, and stops without dropping requests",
    effort: "complex",
    after: ["service-app"],
    because: ["intake.deployment"],
    requirements: ["SIGTERM: readiness 503 first, then drain, then close."],
  }),
  sourceFile({
    id: "service-main",
    phase: "interface",
    file: "__main__.py",
    purpose: "The command line: serve, migrate, purge, check-config, openapi, new-key",
    layer: "entry",
    because: ["features.api", "architecture.persistence", "architecture.auth"],
    effort: "moderate",
    after: ["service-server", "service-migrations-run", "service-idempotency-store", "service-settings"],
    requirements: ["Exit code 2 and a list of all problems for unusable settings."],
  }),
];
