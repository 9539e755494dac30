import { closeSync, openSync, readSync, statSync } from "node:fs";
import { isReportForm, REPORT_FORMS } from "#lib/core/report/forms.ts";
import type { Report } from "#lib/core/report/schema.ts";
import { answersReport } from "#lib/wizard/reporting.ts";
import { BadInput, EXIT, type ExitCode } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the report of an answers file, or of a delivered repository with its evidence. */
export async function run(project: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
  const form = options.json === true ? "json" : String(options.format);
  if (!isReportForm(form))
    throw new BadInput([
      {
        path: "--format",
        code: "unknown",
        message: `There is no form ${form} of the report.`,
        hint: `Use one of ${Object.keys(REPORT_FORMS).join(", ")}.`,
      },
    ]);
  process.stdout.write(REPORT_FORMS[form].write(await reportOn(project)));
  return EXIT.done;
}

async function reportOn(project: string): Promise<Report> {
  const kind = kindOf(project);
  if (kind === "answers") return answersReport(readAnswers(project));
  const { repositoryReport } = await import("#lib/wizard/report-repository.ts");
  const made = repositoryReport(project, kind);
  if (!made.ok) throw new BadInput(made.error);
  return made.value;
}

function kindOf(project: string): "answers" | "folder" | "zip" {
  const found = project === "-" ? undefined : statSync(project, { throwIfNoEntry: false });
  if (found?.isDirectory()) return "folder";
  return found?.isFile() && beginsLikeZip(project) ? "zip" : "answers";
}

function beginsLikeZip(file: string): boolean {
  const first = Buffer.alloc(4);
  const opened = openSync(file, "r");
  try {
    readSync(opened, first);
  } finally {
    closeSync(opened);
  }
  return first.toString("latin1") === "PK\u0003\u0004";
}
