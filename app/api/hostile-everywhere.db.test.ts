import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkAnswers } from "#lib/core/api/operations/design.ts";
import { submitProjectDraft } from "#lib/core/api/operations/project.ts";
import { changeProjectAnswers, getProjectAnswers } from "#lib/core/api/operations/project-owner.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { db } from "#lib/io/db/client.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { answerQuestions } from "#lib/wizard/answer-questions.ts";
import { ask, bearer, ownedProject } from "./agents.fixture.ts";
import { POST } from "./mcp/route.ts";

vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const [{ answers }] = examples as [(typeof examples)[number]];

/** Inputs by class and by the answer they are put into; there are more of each class than these. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "python source": [
    '"""\nraise SystemExit\n"""',
    "ends in a backslash\\",
    "{open('x')}",
    "%(name)s {0!r}",
    "# -*- coding: utf-7 -*-",
  ],
  "other grammars": [
    "a\n[tool.evil]\nx = 1",
    "key: !!python/object/apply:os.system [id]",
    "${{ secrets.TOKEN }}",
    "{{ 7*7 }}",
    "<%= 7*7 %>",
    "$(id) `id` ; id",
  ],
  markup: [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    '<!--#include virtual="/etc/passwd"-->',
  ],
  characters: ["a\u0000b", "a\u0007b", "\ud800 half", "a\u202eb", "e\u0301".repeat(20), "\u2028line", "x".repeat(501)],
  addresses: [
    "http://169.254.169.254/latest",
    "http://[::1]:5432/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
  ],
  records: ['{"level":30,"msg":"forged"}', 'x\r\n{"level":50}', "'; DROP TABLE project; --", "=1+1"],
};
const NAMES = [
  "class",
  "os",
  "../x",
  "a/b",
  "x\ny",
  "ünï",
  "",
  " ",
  "a".repeat(200),
  "__init__",
  "a b",
  "con",
  "-rf",
  "x; id",
];

const inputs = [
  ...Object.entries(TEXTS).flatMap(([cls, texts]) =>
    texts.flatMap((text) =>
      (cls === "markup" ? ["description", "author"] : ["description"]).map((field) => ({ cls, field, text })),
    ),
  ),
  ...NAMES.flatMap((text) => ["package_name", "repository_name"].map((field) => ({ cls: "names", field, text }))),
];

let mine: Awaited<ReturnType<typeof ownedProject>>;
let headers: Record<string, string>;
beforeAll(async () => {
  mine = await ownedProject("hostile");
  headers = bearer((await mine.grant(true, 7, true)).token);
});
afterAll(closeEmbedded);

const pathsOf = async (answer: Response) =>
  answer.ok ? [] : ((await answer.json()) as { problems: { path: string }[] }).problems.map(({ path }) => path);

test("an answer is taken or refused alike as a document, over the API of a project and from its pages", async () => {
  for (const { cls, field, text } of inputs) {
    const what = `${cls}, ${field}: ${JSON.stringify(text).slice(0, 60)}`;
    const path = `intake.${field}`;
    const body = JSON.stringify({ ...answers, intake: { ...answers.intake, [field]: text } });
    const document = await ask(checkAnswers, { params: {}, body });
    const change = await ask(changeProjectAnswers, {
      params: { project: mine.id },
      headers: { ...headers, "if-match": "*" },
      body: JSON.stringify({ changes: { [path]: text } }),
    });
    for (const answer of [document, change]) expect([200, 409, 422], what).toContain(answer.status);
    const refused = await pathsOf(change);
    expect((await pathsOf(document)).includes(path), what).toBe(refused.includes(path));
    const { version } = await db().project.findUniqueOrThrow({ where: { id: mine.id } });
    const asPerson = await answerQuestions(mine.caller, {
      projectId: mine.id,
      version,
      changes: [{ path, value: text }],
    });
    expect(asPerson.ok ? [] : asPerson.error.map((problem) => problem.path), what).toEqual(refused);
    if (refused.length > 0) continue;
    const kept = await ask(getProjectAnswers, { params: { project: mine.id }, headers });
    const { answers: now } = (await kept.json()) as { answers: { intake: Record<string, unknown> } };
    expect(now.intake[field] ?? "", what).toBe(text.trim().normalize("NFC"));
  }
});

test("a file is taken or refused alike over HTTP and MCP, for any task name and any text", async () => {
  const other = await ownedProject("hostile-files");
  const token = bearer((await other.grant(true)).token);
  const client = new Client({ name: "t", version: "1" });
  const served: typeof fetch = async (input, init) => {
    const request = new Request(input as string, init as RequestInit);
    request.headers.set("host", "localhost:3000");
    return POST(request);
  };
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://localhost:3000/api/mcp"), {
      fetch: served,
      requestInit: { headers: token },
    }),
  );
  const tasks = [
    "LICENSE",
    "../../x",
    "/etc/passwd",
    "LICENSE\u0000",
    "__proto__",
    "TASK-999",
    "a".repeat(241),
    ".git/config",
    "C:\\x",
  ];
  const texts = [...Object.values(TEXTS).flat(), "x".repeat(256 * 1024 + 1), "", "\n".repeat(5)];
  const pairs = [...tasks.map((task) => [task, "fine\n"] as const), ...texts.map((text) => ["LICENSE", text] as const)];
  for (const [task, text] of pairs) {
    const what = `${task.slice(0, 30)}: ${JSON.stringify(text).slice(0, 60)}`;
    const http = await ask(submitProjectDraft, {
      params: { project: other.id, task },
      headers: token,
      body: JSON.stringify({ text }),
    });
    const mcp = await client.callTool({ name: "submit_draft", arguments: { task, text } });
    expect([200, 404, 422], what).toContain(http.status);
    expect(mcp.isError ?? false, what).toBe(!http.ok);
  }
  expect(await db().draft.count({ where: { projectId: other.id, NOT: { path: "LICENSE" } } })).toBe(0);
});
