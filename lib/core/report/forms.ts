import { documentOf } from "./document.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";
import { reportText } from "./plain-text.ts";
import type { Report } from "./schema.ts";

/** The forms in which a report leaves; all of them carry the same facts. */
export const REPORT_FORMS = {
  md: {
    label: "Markdown",
    mediaType: "text/markdown; charset=utf-8",
    write: (report: Report) => reportMarkdown(documentOf(report)),
  },
  html: {
    label: "HTML, one file",
    mediaType: "text/html; charset=utf-8",
    write: (report: Report) => reportHtml(documentOf(report)),
  },
  json: {
    label: "JSON",
    mediaType: "application/json",
    write: (report: Report) => `${JSON.stringify(report, null, 2)}\n`,
  },
  txt: {
    label: "Plain text",
    mediaType: "text/plain; charset=utf-8",
    write: (report: Report) => reportText(documentOf(report)),
  },
} as const;

export type ReportForm = keyof typeof REPORT_FORMS;

/** Whether a text names a form. */
export const isReportForm = (text: string): text is ReportForm => Object.hasOwn(REPORT_FORMS, text);
