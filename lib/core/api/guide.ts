import { limits, type Settings } from "./documents/limits.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations/index.ts";
import { PROBLEM_CODES, PROBLEM_KINDS } from "./problem.ts";

/**
 * What `curl HOST/api` prints: every endpoint with a command that works as it stands.
 * @param origin such as `http://localhost:3000`
 */
export function guide(origin: string, settings?: Settings): string {
  const groups = [...new Set(operations.map(({ group }) => group))];
  const [bytes, rate] = limits(settings);
  return `${[
    "Plumbline: from answers to a Python backend repository you can trust",
    "",
    "An answers document holds every decision of a design. Take an example, change it, check it, render it:",
    "",
    ...operations
      .filter(({ id }) => ["getExample", "checkAnswers", "renderDesign"].includes(id))
      .map((operation) => `  ${commandOf(operation, origin)}`),
    "",
    ...groups.flatMap((group) => [
      group,
      "-".repeat(group.length),
      "",
      ...operations.filter((operation) => operation.group === group).flatMap((one) => entryOf(one, origin)),
    ]),
    "Refusals",
    "--------",
    "",
    "A refusal is application/problem+json (RFC 9457): type, title, status, detail, and problems with one",
    "entry for each fault: path, code, message, hint.",
    "",
    ...PROBLEM_CODES.map((code) => `  ${PROBLEM_KINDS[code].status}  ${code.padEnd(18)} ${PROBLEM_KINDS[code].title}`),
    "",
    "Limits",
    "------",
    "",
    `${bytes?.limit} bytes a request, ${rate?.limit === 0 ? "any number of" : rate?.limit} requests a minute. The RateLimit header says what is left.`,
    "",
    `For people: ${origin}/api/reference   For programs: ${origin}/api/v1/openapi.json`,
  ].join("\n")}\n`;
}

/** A command line that works as it stands. */
export const commandOf = ({ curl = "-s {origin}" }: Operation, origin: string): string =>
  `curl ${curl.replace("{origin}", origin)}`;

const entryOf = (operation: Operation, origin: string): string[] => [
  `${operation.method.toUpperCase()} ${operation.path}`,
  `  ${operation.title}.`,
  `  ${commandOf(operation, origin)}`,
  "",
];
