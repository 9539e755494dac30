import { z } from "zod";
import { DOCUMENT_LIMITS } from "../../catalog/guard.ts";
import { MODULE_LIMITS } from "../../catalog/structure/module-problems.ts";
import { PATH_LIMITS } from "../../catalog/structure/own-path.ts";
import { RESOURCE_LIMITS } from "../../catalog/structure/resource-problems.ts";
import { LINK_DAYS, LOOKUPS_PER_MINUTE, SAID_LIMITS, SAYINGS_PER_MINUTE } from "../../share/limits.ts";
import { TEXT_LENGTHS } from "../../text-lengths.ts";
import {
  FILE_BYTES,
  KEY_HOURS,
  PROJECTS_PER_HOUR,
  REQUEST_BYTES,
  REQUESTS_PER_MINUTE,
  RUN_LIMITS,
  STREAMS_AT_ONCE,
  TOKENS_AT_ONCE,
} from "../limits.ts";

const limitSchema = z
  .object({
    id: z.string(),
    limit: z.number(),
    unit: z.string(),
    what: z.string().describe("What it bounds, in words."),
  })
  .meta({ id: "Limit" });

export type Limit = z.infer<typeof limitSchema>;

export const limitsSchema = z.object({ limits: z.array(limitSchema) }).meta({ id: "Limits" });

/** What an operator may set; the usual where they did not. */
export interface Settings {
  requestsPerMinute?: number;
  projectsPerHour?: number;
}

/** Every limit a caller can meet, as data. The numbers stand where they are held; this is only their list. */
export const limits = ({
  requestsPerMinute = REQUESTS_PER_MINUTE,
  projectsPerHour = PROJECTS_PER_HOUR,
}: Settings = {}): Limit[] => [
  { id: "request_bytes", limit: REQUEST_BYTES, unit: "bytes", what: "The body of one request." },
  {
    id: "requests_per_minute",
    limit: requestsPerMinute,
    unit: "requests",
    what: "Requests to the API within a minute, of one token or of one address without a token. 0 means no limit.",
  },
  {
    id: "idempotency_hours",
    limit: KEY_HOURS,
    unit: "hours",
    what: "For how long the answer to a request with an Idempotency-Key is kept.",
  },
  {
    id: "share_lookups_per_minute",
    limit: LOOKUPS_PER_MINUTE,
    unit: "lookups",
    what: "Addresses of share links that open nothing, tried by one address within a minute; then it is refused all.",
  },
  { id: "share_link_days", limit: LINK_DAYS.most, unit: "days", what: "How long a share link lasts." },
  { id: "comment_characters", limit: SAID_LIMITS.text, unit: "characters", what: "One comment or verdict." },
  {
    id: "projects_per_hour",
    limit: projectsPerHour,
    unit: "projects",
    what: "Projects one address may start within an hour. 0 means no limit.",
  },
  {
    id: "tokens",
    limit: TOKENS_AT_ONCE,
    unit: "tokens",
    what: "Tokens of one project that are good at the same time.",
  },
  { id: "streams", limit: STREAMS_AT_ONCE, unit: "streams", what: "Streams of events one person follows at once." },
  { id: "runs_queued", limit: RUN_LIMITS.queued, unit: "runs", what: "Proofs of one project that wait." },
  { id: "runs_queued_in_all", limit: RUN_LIMITS.queuedInAll, unit: "runs", what: "Proofs of all projects that wait." },
  { id: "runs_at_once", limit: RUN_LIMITS.running, unit: "runs", what: "Proofs of one project that run at once." },
  { id: "run_seconds", limit: RUN_LIMITS.seconds, unit: "seconds", what: "Time one proof may take." },
  {
    id: "sayings_per_minute",
    limit: SAYINGS_PER_MINUTE,
    unit: "texts",
    what: "Comments and verdicts one address may send through one link within a minute.",
  },
  { id: "file_bytes", limit: FILE_BYTES, unit: "bytes", what: "One file that is submitted for a task." },
  { id: "document_depth", limit: DOCUMENT_LIMITS.depth, unit: "levels", what: "Nesting of an answers document." },
  { id: "document_values", limit: DOCUMENT_LIMITS.values, unit: "values", what: "Values in an answers document." },
  { id: "reason_characters", limit: TEXT_LENGTHS.reason, unit: "characters", what: "One written reason." },
  { id: "resources", limit: RESOURCE_LIMITS.resources, unit: "resources", what: "Resources of a design." },
  { id: "resource_fields", limit: RESOURCE_LIMITS.fields, unit: "fields", what: "Fields of one resource." },
  { id: "modules", limit: MODULE_LIMITS.modules, unit: "modules", what: "Modules of a design." },
  { id: "module_api_characters", limit: MODULE_LIMITS.api, unit: "characters", what: "The public API of one module." },
  { id: "own_paths", limit: PATH_LIMITS.count, unit: "paths", what: "Paths of your own in the tree." },
  { id: "path_bytes", limit: PATH_LIMITS.bytes, unit: "bytes", what: "One path of the tree." },
  { id: "path_depth", limit: PATH_LIMITS.depth, unit: "folders", what: "Depth of the tree." },
];
