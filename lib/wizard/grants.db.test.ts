import { expect, test } from "vitest";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { codes, good, owner } from "./approved-project.fixture.ts";
import { createProject } from "./create-project.ts";
import { grantAgent } from "./grant-agent.ts";
import { listGrants } from "./list-grants.ts";
import { recogniseAgent } from "./recognise-agent.ts";
import { revokeAgent } from "./revoke-agent.ts";

const caller = owner("grants");
const later = (ms: number) => new Date(caller.now.getTime() + ms);
const DAY = 86_400_000;
const started = async () => good(await createProject(caller, {})).id;

test("a token is shown once, kept as a hash only, and stands for its agent in its one project", async () => {
  const id = await started();
  const { token, grant } = good(await grantAgent(caller, id, { name: "Claude", days: 7, mayAccept: false }));
  expect(await recogniseAgent(token, later(0))).toMatchObject({
    projectId: id,
    mayAccept: false,
    caller: { ownerHash: caller.ownerHash, actor: { kind: "agent", name: "Claude" } },
  });
  const everything = JSON.stringify([await db().agentGrant.findMany(), await db().event.findMany(), grant]);
  expect(everything).not.toContain(token);
  expect(good(await listGrants(caller, id))).toMatchObject([
    { name: "Claude", state: "active", lastUsedAt: later(0).toISOString() },
  ]);
});

test("a token is good to its last moment and no longer, and never after it was revoked", async () => {
  const id = await started();
  const { token, grant } = good(await grantAgent(caller, id, { name: "Cursor", days: 1, mayAccept: true }));
  expect(await recogniseAgent(token, later(DAY - 1))).not.toBeNull();
  expect(await recogniseAgent(token, later(DAY))).toBeNull();
  expect(good(await revokeAgent(caller, id, grant.id))).toMatchObject([{ state: "revoked" }]);
  expect(await recogniseAgent(token, later(0))).toBeNull();
});

test("each grant and each revocation stands in the log once, by its owner", async () => {
  const id = await started();
  const { grant } = good(await grantAgent(caller, id, { name: "Copilot", days: 30, mayAccept: true }));
  good(await revokeAgent(caller, id, grant.id));
  good(await revokeAgent(caller, id, grant.id));
  const log = (await getLog(id, caller.ownerHash)).slice(1);
  expect(log.map(({ event, by }) => [event.type, by.kind, "name" in event && event.name])).toEqual([
    ["agent-granted", "owner", "Copilot"],
    ["agent-revoked", "owner", "Copilot"],
  ]);
});

test("a name, a number of days or a number of tokens that does not fit is refused, and nothing is kept", async () => {
  const id = await started();
  const asked = { name: "a", days: 7, mayAccept: false };
  expect(codes(await grantAgent(caller, id, { ...asked, name: "  " }))).toEqual(["empty"]);
  expect(codes(await grantAgent(caller, id, { ...asked, name: "x".repeat(61) }))).toEqual(["too-long"]);
  expect(codes(await grantAgent(caller, id, { ...asked, name: "evil\u202egpj" }))).toEqual(["bidi_control"]);
  for (const days of [0, 31, 1.5, Number.NaN, 1e300])
    expect(codes(await grantAgent(caller, id, { ...asked, days }))).toEqual(["out-of-range"]);
  expect(good(await listGrants(caller, id))).toEqual([]);
  for (let made = 0; made < 20; made++) good(await grantAgent(caller, id, asked));
  expect(codes(await grantAgent(caller, id, asked))).toEqual(["too-many"]);
});

test("another owner sees, makes and revokes nothing here", async () => {
  const id = await started();
  const { token, grant } = good(await grantAgent(caller, id, { name: "mine", days: 7, mayAccept: false }));
  const stranger = owner("stranger");
  expect(codes(await listGrants(stranger, id))).toEqual(["not-found"]);
  expect(codes(await grantAgent(stranger, id, { name: "x", days: 7, mayAccept: true }))).toEqual(["not-found"]);
  expect(codes(await revokeAgent(stranger, id, grant.id))).toEqual(["not-found"]);
  const other = good(await createProject(stranger, {})).id;
  expect(codes(await revokeAgent(stranger, other, grant.id))).toEqual(["not-found"]);
  expect(await recogniseAgent(token, later(0))).not.toBeNull();
});
