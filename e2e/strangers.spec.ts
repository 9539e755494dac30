import { isDeepStrictEqual } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { openDesign, startProject } from "./journey.ts";
import { projectAddresses, serverActions } from "./support/surface.ts";

const [{ answers }] = examples as [Example];
const addresses = projectAddresses();
const DATA = process.env.PLUMBLINE_E2E_DATA ?? ".data/e2e";

/** An id as ours are, of nothing. */
const NOWHERE = "AAAAAAAAAAAAAAAAAAAAAA";

let origin = "";
let mine: { id: string; cookie: string };
let theirs: { id: string; cookie: string };

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

test.beforeAll(async ({ browser, baseURL }) => {
  origin = new URL(baseURL ?? "").origin;
  const own = await (await browser.newContext()).newPage();
  const project = await openDesign(own, answers, "strangers");
  mine = { id: project.split("/").at(-1) as string, cookie: await cookieOf(own) };
  const other = await (await browser.newContext()).newPage();
  const another = await startProject(other, "Counts sheep and never wakes anyone");
  theirs = { id: another.split("/").at(-1) as string, cookie: await cookieOf(other) };
});

/** Headers that differ from one answer to the next whatever was asked. */
const VOLATILE = /^(date|ratelimit|x-request-id|content-security-policy)$/;
const FLIGHT = "text/x-component";

/** What a stranger could compare: status, headers and body, without the id that was asked for and what is drawn by lot each time. */
async function told(answer: Response) {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? NOWHERE;
  const bare = (text: string) =>
    text
      .replaceAll(mine.id, "ID")
      .replaceAll(NOWHERE, "ID")
      .replaceAll(nonce, "NONCE")
      .replaceAll(/(\\?"\$L[0-9a-f]+\\?",\\?)"[\w-]{21,22}(?=\\?")/g, "$1KEY")
      .replaceAll(/urn:uuid:[0-9a-f-]+/g, "");
  const headers = [...answer.headers].filter(([name]) => !VOLATILE.test(name)).sort();
  return {
    status: answer.status,
    headers: headers.map(([name, value]) => `${name}: ${bare(value)}`),
    body: bare(await answer.text()),
  };
}
type Told = Awaited<ReturnType<typeof told>>;

/** A page's data comes with 200 and says inside that there is nothing; that is the framework's protocol. */
const isRefused = ({ status, headers }: Told) => status >= 400 || headers.includes(`content-type: ${FLIGHT}`);

/** How often an answer may differ by chance. */
const ATTEMPTS = 4;

interface Transport {
  name: string;
  headers?: Record<string, string>;
  method?: string;
  address?(path: string): string;
}
/** The ways in which the framework can be asked for a page, and those that once went around a guard. */
const TRANSPORTS: Transport[] = [
  { name: "a page" },
  { name: "HEAD", method: "HEAD" },
  { name: "RSC", headers: { rsc: "1" } },
  { name: "a prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    name: "a segment",
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  { name: ".rsc", address: (path) => `${path}.rsc` },
  { name: ".segments", address: (path) => `${path}.segments/_tree.segment.rsc` },
  { name: "_rsc", headers: { rsc: "1" }, address: (path) => `${path}?_rsc=1` },
  { name: "a parameter from elsewhere", address: (path) => `${path}?nxtPprojectId=MINE&projectId=MINE&project=MINE` },
  {
    name: "a middleware's header",
    headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-nextjs-data": "1" },
  },
  {
    name: "another path in a header",
    headers: {
      "x-matched-path": "/p/MINE/intake",
      "x-invoke-path": "/p/MINE/intake",
      "x-rewrite-url": "/p/MINE/intake",
    },
  },
];

/** What only the owner may read. */
const SECRETS = [answers.intake.description, answers.intake.package_name];

const STRANGERS = [
  { who: "nobody", headers: () => ({}) },
  { who: "another owner", headers: () => ({ cookie: theirs.cookie }) },
  { who: "a made-up cookie", headers: () => ({ cookie: `sid=${"A".repeat(43)}` }) },
  { who: "a made-up token", headers: () => ({ authorization: `Bearer plumbline_${"A".repeat(43)}` }) },
] as const;

const filled = (text: string) => text.replaceAll("MINE", mine.id);

for (const { who, headers } of STRANGERS)
  test(`${who} is told the same of a project and of nothing, at every address and in every transport`, async () => {
    const apart: object[] = [];
    for (const { file, of } of addresses)
      for (const { name, method = "GET", headers: more = {}, address = (path: string) => path } of TRANSPORTS) {
        const sent: Record<string, string> = Object.fromEntries(
          Object.entries<string>({ ...headers(), ...more }).map(([key, value]) => [key, filled(value)]),
        );
        const ask = async (id: string) =>
          told(await fetch(`${origin}${filled(address(of(id)))}`, { method, headers: sent }));
        // In which order the parts of a page are streamed is chance: what tells them apart does so every time.
        for (let attempt = 1; ; attempt++) {
          const [real, unreal] = [await ask(mine.id), await ask(NOWHERE)];
          const tells = SECRETS.some((text) => real.body.includes(text));
          if (!tells && isRefused(real) && isDeepStrictEqual(real, unreal)) break;
          if (attempt === ATTEMPTS) {
            apart.push({ file, name, real, unreal });
            break;
          }
        }
      }
    expect(apart.slice(0, 2)).toEqual([]);
  });

test("the owner is let in at these addresses, so that the others are really kept out", async () => {
  const refused: string[] = [];
  for (const { file, of } of addresses.filter(({ page }) => page)) {
    const answer = await fetch(`${origin}${of(mine.id)}`, { headers: { cookie: mine.cookie } });
    if (answer.status !== 200 || !(await answer.text()).includes(answers.intake.repository_name)) refused.push(file);
  }
  expect(refused).toEqual([]);
});

/** Arguments that the actions might take, from few to many; an action parses them before it does anything. */
const ARGUMENTS: ((id: string) => unknown[])[] = [
  (id) => [id],
  (id) => [id, 1],
  (id) => [id, "intake", 1],
  (id) => [id, "intake", { version: 1, changes: [{ path: "intake.lifespan", value: "long" }], reasons: {} }],
  (id) => [id, [{ path: "intake.lifespan", value: "long" }]],
  (id) => [id, "intake.purpose", {}],
  (id) => [id, 1, { kind: "revise" }],
  (id) => [id, 1, 1, "C01"],
  (id) => [id, { kind: "abort", reason: "theirs" }],
  (id) => [id, { path: "README.md", text: "theirs", source: "edit", reason: "" }],
  (id) => [id, 1, [{ path: "README.md", sha256: "0".repeat(64) }]],
  (id) => [id, { name: "theirs", days: 7, mayAccept: true, actsAsOwner: true }],
  (id) => [id, "repository", []],
  (id) => [id, ["README.md"]],
];

/** The version of the project, and its log: what no stranger may move. */
async function mark(): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/projects/${mine.id}/events`, { headers: { cookie: mine.cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
}

const call = (action: string, args: unknown[], headers: Record<string, string>) =>
  fetch(`${origin}/p/${String(args[0])}/intake`, {
    method: "POST",
    headers: { "next-action": action, "content-type": "text/plain;charset=UTF-8", accept: FLIGHT, ...headers },
    body: JSON.stringify(args),
  });

test("every server action tells another owner the same of a project and of nothing, and changes neither", async () => {
  const before = await mark();
  const actions = serverActions(DATA);
  expect(actions.length).toBeGreaterThan(20);
  const apart: object[] = [];
  for (const { id: action, name } of actions)
    for (const argumentsFor of ARGUMENTS) {
      const ask = async (id: string) => told(await call(action, argumentsFor(id), { cookie: theirs.cookie, origin }));
      const [real, unreal] = [await ask(mine.id), await ask(NOWHERE)];
      if (!isDeepStrictEqual(real, unreal) || SECRETS.some((text) => real.body.includes(text)))
        apart.push({ name, args: argumentsFor("ID"), real, unreal });
    }
  expect(apart.slice(0, 2)).toEqual([]);
  expect(await mark()).toBe(before);
});

test("no server action acts for its owner when another site asks, or one that hides where it is", async () => {
  const before = await mark();
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${origin}.evil.example` },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ];
  const acted: object[] = [];
  for (const { id: action, name } of serverActions(DATA))
    for (const [index, argumentsFor] of ARGUMENTS.entries()) {
      const headers = foreign[index % foreign.length] as Record<string, string>;
      const answer = await call(action, argumentsFor(mine.id), { cookie: mine.cookie, ...headers });
      const body = await answer.text();
      if (answer.status !== 403) acted.push({ name, headers, status: answer.status, body });
    }
  expect(acted).toEqual([]);
  expect(await mark()).toBe(before);
});
