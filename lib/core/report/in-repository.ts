import type { Design } from "../design/design.ts";
import { REPORT_FORMS } from "./forms.ts";
import type { Report } from "./schema.ts";

/** What the manifest calls it. */
export const REPORT_ARTIFACT = "design-report";
const PATH = "docs/design-report.md";
/** Where a person has a file of that name already. */
const OTHER_PATH = ".plumbline/design-report.md";

/** A documentation site takes every page of its folder for one of its own and misses it in its contents. */
const SPHINX_MARK = "---\norphan: true\n---\n\n";

/**
 * The report as a file of the repository itself. It says nothing about deliveries, or each would change the next one,
 * and leaves the sub-prompts out: half a megabyte that the answers beside it give again.
 */
export function reportInRepository(
  report: Report,
  { answers }: Design,
  planned: readonly string[],
): { path: string; text: string; artifact: string } {
  const taken = planned.some((path) => path.toLowerCase() === PATH);
  const text = REPORT_FORMS.md.write({ ...report, prompts: [], deliveries: [] });
  return {
    path: taken ? OTHER_PATH : PATH,
    text: answers.features.docs_site === "sphinx" && !taken ? SPHINX_MARK + text : text,
    artifact: REPORT_ARTIFACT,
  };
}
