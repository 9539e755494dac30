import { PROBLEM_KINDS, type ProblemCode, problemDocument } from "#lib/core/api/problem.ts";
import type { Problem } from "#lib/core/result.ts";

/** A refusal as `application/problem+json` (RFC 9457). */
export function refusal(
  code: ProblemCode,
  told: { detail?: string; problems?: readonly Problem[]; instance?: string } = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(`${JSON.stringify(problemDocument(code, told), null, 2)}\n`, {
    status: PROBLEM_KINDS[code].status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
