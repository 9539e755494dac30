import type { Settings } from "#lib/core/api/documents/limits.ts";
import { PROJECTS_PER_HOUR } from "#lib/core/api/limits.ts";
import { env } from "#lib/io/env.ts";

/** The limits that this server's operator set. On one's own machine nobody else starts projects. */
export function limitSettings(): Required<Settings> {
  const { PLUMBLINE_REQUESTS_PER_MINUTE, PLUMBLINE_PROJECTS_PER_HOUR, PUBLIC_URL } = env();
  return {
    requestsPerMinute: PLUMBLINE_REQUESTS_PER_MINUTE,
    projectsPerHour: PLUMBLINE_PROJECTS_PER_HOUR ?? (PUBLIC_URL ? PROJECTS_PER_HOUR : 0),
  };
}
