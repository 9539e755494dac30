import { Readable } from "node:stream";
import { currentCaller } from "#app/_server/owner.ts";
import { said, savedAs } from "#app/_server/responses.ts";
import { readExtras } from "#lib/core/delivery/extras.ts";
import { deliverZip } from "#lib/wizard/deliver-project.ts";

/** The repository as a zip. `without` repeats how many files the person knowingly leaves out; another number is refused. `history`, `report` and `author` as in `Extras`. */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  // A delivery is logged: a link on someone else's page must not add lines to a person's log.
  if (["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? ""))
    return said(403, "Open the delivery page of your project to download it.");
  const caller = await currentCaller();
  if (!caller) return said(404, "There is no such project here.");
  const asked = new URL(request.url).searchParams;
  const extras = readExtras(asked);
  if (!extras) return said(400, "Ask for history=1 and report=1, or leave them out; an author has 200 characters.");
  const delivered = await deliverZip(caller, projectId, Number(asked.get("without") ?? 0), extras);
  if (!delivered.ok) {
    const [first] = delivered.error;
    return said(
      first?.code === "not-found" ? 404 : 409,
      delivered.error.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join("\n"),
    );
  }
  const { name, stream } = delivered.value;
  return savedAs(`${name}.zip`, "application/zip", Readable.toWeb(stream) as ReadableStream);
}
