import { isReportForm, REPORT_FORMS } from "#lib/core/report/forms.ts";
import { answersReport } from "#lib/wizard/reporting.ts";
import { BadInput, EXIT, type ExitCode } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Prints the report of an answers file: decisions, both reviews, plan, files, next steps. */
export async function run(file: string, options: Record<string, string | boolean | undefined>): Promise<ExitCode> {
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
  process.stdout.write(REPORT_FORMS[form].write(answersReport(readAnswers(file))));
  return EXIT.done;
}
