import { z } from "zod";
import { REPORT_FORMS, type ReportForm } from "../../report/forms.ts";
import { reportSchema } from "../../report/schema.ts";
import { type Answer, defineOperation } from "../operation.ts";
import { answersBody as body } from "./answers-body.ts";

const forms = Object.keys(REPORT_FORMS) as [ReportForm, ...ReportForm[]];
const { mediaType } = REPORT_FORMS.json;

/** In which form a report is asked for. */
export const reportQuery = z.strictObject({
  format: z.enum(forms).default("json").describe("All forms carry the same facts."),
});

/** A report in the form that was asked for; as JSON it has a schema. */
export const reportAnswer: Answer = {
  mediaType,
  alsoAs: forms.map((form) => REPORT_FORMS[form].mediaType).filter((type) => type !== mediaType),
  description: "The report.",
  schema: reportSchema,
};

export const reportDesign = defineOperation({
  id: "reportDesign",
  method: "post",
  path: "/api/v1/report",
  title: "The report of a design",
  description:
    "Decisions, both reviews, plan, files, next steps and every sub-prompt. Same answers, same bytes: nobody has accepted anything, and the report says so.",
  group: "Designs",
  query: reportQuery,
  body,
  answer: reportAnswer,
  curl: '-s --json @answers.json "{origin}/api/v1/report?format=html" -o report.html',
});
