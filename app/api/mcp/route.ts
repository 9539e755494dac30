import { refusal } from "#app/_server/api/refuse.ts";
import { guarded } from "#app/_server/api/route.ts";
import { serveMcp } from "#app/_server/mcp/handler.ts";

const serve = (request: Request): Promise<Response> => guarded(request, () => serveMcp(request), true);

const Allow = "GET, POST, DELETE";

/** Methods that the protocol does not have. */
const refuse = (request: Request): Promise<Response> =>
  guarded(request, async () =>
    request.method === "OPTIONS"
      ? new Response(null, { status: 204, headers: { Allow } })
      : refusal("wrong-method", { detail: "MCP over streamable HTTP is spoken with POST." }, { Allow }),
  );

export {
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as PUT,
  serve as DELETE,
  serve as GET,
  serve as POST,
};
