import { currentCaller } from "#app/_server/owner.ts";
import { said } from "#app/_server/responses.ts";
import { isReportForm, REPORT_FORMS } from "#lib/core/report/forms.ts";
import { projectReport } from "#lib/wizard/write-report.ts";

/** What `proxy.ts` leaves to this address: it is one file with styles inside and nothing else, and may load and run nothing. */
const HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** The final report in one of its forms: `?format=md|html|json|txt`, `&download=1` as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  const asked = new URL(request.url).searchParams;
  const form = asked.get("format") ?? "html";
  if (!isReportForm(form))
    return said(400, `There is no form "${form}". Use ${Object.keys(REPORT_FORMS).join(", ")}.`, HEADERS);
  const caller = await currentCaller();
  const made = caller ? await projectReport(caller, projectId) : null;
  if (!made?.ok) return said(404, "There is no complete design here.", HEADERS);
  const { name, report } = made.value;
  const disposition = asked.has("download") ? "attachment" : "inline";
  return new Response(REPORT_FORMS[form].write(report), {
    headers: {
      ...HEADERS,
      "Content-Type": REPORT_FORMS[form].mediaType,
      "Content-Disposition": `${disposition}; filename="${name}-report.${form}"`,
    },
  });
}
