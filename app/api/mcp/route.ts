import { guarded } from "#app/_server/api/route.ts";
import { serveMcp } from "#app/_server/mcp/handler.ts";

const serve = (request: Request): Promise<Response> => guarded(request, () => serveMcp(request), true);

export { serve as DELETE, serve as GET, serve as POST };
