import { asProjectOwner } from "#app/_server/agent.ts";
import { on, route } from "#app/_server/api/route.ts";
import { getProjectReport } from "#lib/core/api/operations/project-owner.ts";
import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import { projectReport } from "#lib/wizard/write-report.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  on(getProjectReport, (call) =>
    asProjectOwner(call, async (caller) => {
      const made = await projectReport(caller, call.params.project);
      if (!made.ok) return made;
      const { mediaType, write } = REPORT_FORMS[call.query.format];
      return new Response(write(made.value.report), {
        headers: { "Content-Type": mediaType, "Cache-Control": "private, no-store" },
      });
    }),
  ),
);
