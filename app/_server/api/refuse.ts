import { PROBLEM_KINDS, type ProblemCode, problemDocument, type Told } from "#lib/core/api/problem.ts";

/** A refusal as `application/problem+json` (RFC 9457). */
export function refusal(code: ProblemCode, told: Told = {}, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(problemDocument(code, told), null, 2)}\n`, {
    status: PROBLEM_KINDS[code].status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
