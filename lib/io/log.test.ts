import fc from "fast-check";
import { expect, test } from "vitest";
import { openLog } from "./log.ts";
import { requestIdFrom, requests } from "./request-context.ts";

/** Where the lines go. */
const written = () => {
  const lines: string[] = [];
  return { lines, write: (line: string) => void lines.push(line) };
};

function logged(write: (log: ReturnType<typeof openLog>) => void): { lines: string[]; text: string } {
  const place = written();
  write(openLog("web", "debug", place));
  const text = place.lines.join("");
  return { text, lines: text.split("\n").filter(Boolean) };
}

const NASTY = ["\r", "\n", '"', "\\", "{", "}", "\0", "\u2028", "\u001b", "a", ":", "é", "😀"];

test("whatever text comes in, one call is one line of JSON that says it unchanged", () => {
  const place = written();
  const log = openLog("web", "debug", place);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...NASTY) }), (text) => {
      log.info({ sent: text }, text);
      const said = place.lines.pop() ?? "";
      expect(said.split("\n")).toEqual([expect.any(String), ""]);
      expect(JSON.parse(said)).toMatchObject({ sent: text, msg: text });
    }),
  );
});

test.each(["a\r\nb", '"}\n{"level":"error","msg":"forged"}', "\u2028\u2029", "\u001b[31mred"])(
  "a forged line stays inside its own: %j",
  (text) => {
    const { lines } = logged((log) => log.warn({ err: new Error(text) }, text));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ level: "warn", msg: text });
  },
);

test("an object that only looks like an error says its message", () => {
  const { lines } = logged((log) => log.warn({ error: { message: "the connection ended", queue: "x" } }, "waited"));
  expect(JSON.parse(lines[0] as string)).toMatchObject({ error: "the connection ended" });
});

const SECRET = `${"Sw0rdF1sh".repeat(4)}_-x`;
test.each([
  { headers: { authorization: `Bearer ${SECRET}`, cookie: `sid=${SECRET}`, "set-cookie": [`sid=${SECRET}`] } },
  {
    deep: { er: { token: SECRET, githubToken: SECRET, client_secret: SECRET, password: SECRET, "x-api-key": SECRET } },
  },
  { url: `/s/${SECRET}?from=mail` },
  { said: `the request had Authorization: Bearer ${SECRET}, and cookie __Host-sid=${SECRET}; theme=dark` },
  { grant: `plumbline_${SECRET}` },
  { pushed: `ghp_${SECRET.replaceAll(/\W/g, "")} github_pat_${SECRET.replaceAll(/\W/g, "")} glpat-${SECRET}` },
  { err: new Error(`connect postgresql://plumbline:${SECRET}@db:5432/plumbline failed`) },
  { err: new Error("outer", { cause: new Error(`https://user:${SECRET}@example.org/repo.git`) }) },
  { err: new Error(`GET https://${SECRET}@example.org/repo.git`) },
  { err: new Error(`GET https://example.org/login?code=${SECRET}&access_token=${SECRET}#x failed`) },
  { err: new Error(`refused: ${JSON.stringify({ access_token: SECRET, device_code: SECRET })}`) },
  { said: `the header Authorization: token ${SECRET}` },
  { err: Object.assign(new Error("unique"), { detail: `Key (token_hash)=(${SECRET})`, meta: { target: SECRET } }) },
])("no secret reaches the log: %j", (fields) => {
  const { text } = logged((log) => log.error(fields, `also in words: Bearer ${SECRET}`));
  expect(text).not.toContain("Sw0rdF1sh");
  for (const line of text.trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ level: "error" });
});

test("redaction leaves ordinary words alone", () => {
  const said = "the basic check of /src/app.py passed; tokens: 3; bearer of news";
  const { lines } = logged((log) => log.info({ route: "/s/[token]", tokens: 3 }, said));
  expect(JSON.parse(lines[0] as string)).toMatchObject({ msg: said, route: "/s/[token]", tokens: 3 });
});

test("lines about one request carry its id, also after waiting", async () => {
  const { lines } = await requests().run({ id: "req-12345678" }, async () => {
    await new Promise(setImmediate);
    return logged((log) => log.info("later"));
  });
  expect(JSON.parse(lines[0] as string).requestId).toBe("req-12345678");
});

test("only what has the form of an id is taken from outside", () => {
  expect(requestIdFrom("01J9-proxy.4")).toBe("01J9-proxy.4");
  for (const sent of [
    "",
    "short",
    "a b c d e f g h",
    "x".repeat(65),
    'abc"}\r\n{"a',
    "<script>alert(1)",
    ["a", "b"],
    undefined,
  ])
    expect(requestIdFrom(sent)).toMatch(/^[0-9a-f-]{36}$/);
});
