import { join } from "node:path";
import type { Operation } from "#lib/core/api/operation.ts";
import { approvedProject, good, owner } from "#lib/wizard/approved-project.fixture.ts";
import { grantAgent } from "#lib/wizard/grant-agent.ts";

const ROOT = join(import.meta.dirname, "../..");
const ORIGIN = "http://localhost:3000";

/** An owner with one approved project, and ways to give agents tokens for it. */
export async function ownedProject(name: string) {
  // As long as a real one: shorter cookies are not looked at.
  const secret = name.padEnd(43, "-");
  const caller = owner(secret);
  const { id } = await approvedProject(caller);
  const grant = async (mayAccept = false, days = 7, actsAsOwner = false) =>
    good(await grantAgent(caller, id, { name: "Robot", days, mayAccept, actsAsOwner }));
  return { secret, caller, id, grant, cookie: { cookie: `theme=dark; sid=${secret}` } };
}

export interface Sent {
  params: Record<string, string>;
  search?: string;
  headers?: Record<string, string>;
  body?: string;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** An id of a link or a comment that names nothing, for who says none. */
const NOTHING = "A".repeat(22);

/** Asks the handler that Next would ask, with those parameters that are in its path, and its example unless a body is given. */
export async function ask(operation: Operation, { params, search = "", headers, body }: Sent): Promise<Response> {
  const { path, method } = operation;
  const named: Record<string, string> = { link: NOTHING, comment: NOTHING, ...params };
  const file = join(ROOT, `app${path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`);
  const own = Object.fromEntries(Object.entries(named).filter(([name]) => path.includes(`{${name}}`)));
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ""));
  const module = (await import(file)) as Record<string, (request: Request, context: object) => Promise<Response>>;
  const request = new Request(`${ORIGIN}${address}${search}`, {
    method: method.toUpperCase(),
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    ...(method === "get" ? {} : { body: body ?? JSON.stringify(operation.body?.example ?? {}) }),
  });
  const answer = module[method.toUpperCase()]?.(request, { params: Promise.resolve(own) });
  if (!answer) throw new Error(`${path} has no ${method}`);
  return answer;
}
