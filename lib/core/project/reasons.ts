import { lineProblems } from "../catalog/text-rules.ts";
import { err, ok, type Result } from "../result.ts";

/** Reasons on one line each, free of what no text of ours may hold. */
export function cleanReasons(given: Record<string, string>): Result<Record<string, string>> {
  const clean = Object.entries(given).map(([path, text]): [string, string] => [
    path,
    text.replace(/\s+/gu, " ").trim().normalize("NFC"),
  ]);
  const problems = clean.flatMap(([path, text]) => (text === "" ? [] : lineProblems(text, path)));
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(clean));
}
