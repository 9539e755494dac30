import { refusal } from "#app/_server/api/refuse.ts";
import { guarded } from "#app/_server/api/route.ts";

/** Addresses below /api that do not exist. */
const GET = (request: Request): Promise<Response> => guarded(request, async () => refusal("not-found"));

export { GET, GET as DELETE, GET as HEAD, GET as OPTIONS, GET as PATCH, GET as POST, GET as PUT };
