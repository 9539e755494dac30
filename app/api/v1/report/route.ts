import { on, route } from "#app/_server/api/route.ts";
import { reportDesign } from "#lib/core/api/operations/report.ts";
import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import { answersReport } from "#lib/wizard/reporting.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(reportDesign, ({ body, query }) => {
    const { mediaType, write } = REPORT_FORMS[query.format];
    return new Response(write(answersReport(body)), {
      headers: { "Content-Type": mediaType, "Cache-Control": "no-store" },
    });
  }),
);
