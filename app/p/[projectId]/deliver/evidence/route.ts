import { currentCaller } from "#app/_server/owner.ts";
import { said } from "#app/_server/responses.ts";
import { evidenceFile } from "#lib/core/delivery/evidence.ts";
import { deliveryEvidence } from "#lib/wizard/delivering.ts";
import { loadGeneration } from "#lib/wizard/load-generation.ts";

/** The evidence that a delivery would carry now: what ran on the accepted files, and what did not. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  const generation = caller ? await loadGeneration(caller, projectId) : null;
  const evidence = generation?.ok ? await deliveryEvidence(generation.value) : null;
  if (!evidence) return said(404, "There is no evidence here: no accepted file has been checked.");
  return new Response(evidenceFile(evidence).text, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
