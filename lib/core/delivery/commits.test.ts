import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "#lib/wizard/toolbox.ts";
import { examples } from "../catalog/examples.ts";
import { deliveryCommits, noReply } from "./commits.ts";
import { repositoryFiles } from "./repository.ts";

const OWNER = { name: "Ada Lovelace", mail: "ada@example.org" };
const HEADER = /^(feat|test|docs|ci|build|chore)(\([a-z]+\))?: \S.*$/;

test.each(examples.map(({ id, answers }) => [id, answers] as const))(
  "the history of %s adds every file once, a commit for each task in plan order",
  (_, answers) => {
    const rendered = render(answers);
    const files = repositoryFiles(rendered);
    const { tasks } = rendered.blueprint;
    const commits = deliveryCommits({ tasks, files, acceptances: new Map(), owner: OWNER });
    const delivered = tasks.filter(({ text }) => text !== null).map(({ path }) => path);
    expect(commits.slice(0, -1).map((commit) => commit.files.map(({ path }) => path))).toEqual(
      delivered.map((path) => [path]),
    );
    expect(commits.flatMap((commit) => commit.files).sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(files);
    expect(commits.at(-1)?.files.map(({ path }) => path)).toEqual([
      ".plumbline/answers.json",
      ".plumbline/manifest.json",
    ]);
    const headers = commits.map(({ message }) => message.split("\n")[0] as string);
    expect(headers.filter((header) => !HEADER.test(header) || header.length > 72 || header.endsWith("."))).toEqual([]);
  },
);

test("who accepted a file signs it, and time never runs backwards", () => {
  const task = (path: string) => ({ id: "TASK-001", path, purpose: "P", phase: "core", layer: "domain" }) as const;
  const file = (path: string) => ({ path, text: "", mode: 0o644 }) as const;
  const commits = deliveryCommits({
    tasks: [task("a.py"), task("b.py"), task("c.py")],
    files: ["a.py", "b.py", "c.py"].map(file),
    acceptances: new Map([
      ["a.py", { by: { kind: "owner", name: "you" }, at: "2026-11-21T12:00:00.900Z" }],
      ["b.py", { by: { kind: "agent", name: "Claude" }, at: "2026-11-20T12:00:00Z" }],
    ]),
    owner: OWNER,
  });
  expect(commits.map(({ author }) => author)).toEqual([
    OWNER,
    { name: "Claude (agent)", mail: "claude@users.noreply.invalid" },
    OWNER,
  ]);
  expect(commits.map(({ at }) => new Date(at * 1000).toISOString())).toEqual(Array(3).fill("2026-11-21T12:00:00.000Z"));
});

test("no words of anybody break a commit object", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (purpose, name) => {
      const [commit] = deliveryCommits({
        tasks: [{ id: "TASK-001", path: "a.py", purpose, phase: "core", layer: "domain" }],
        files: [{ path: "a.py", text: "", mode: 0o644 }],
        acceptances: new Map([["a.py", { acknowledgement: purpose }]]),
        owner: { name, mail: name },
      });
      const [header = "", empty, ...body] = (commit?.message ?? "").split("\n");
      expect(header.length).toBeLessThanOrEqual(72);
      expect(header).toMatch(HEADER);
      expect(empty).toBe("");
      expect(body.slice(-3)).toEqual(["Path: a.py", "Task: TASK-001", ""]);
      expect(commit?.author.name).toMatch(/^[^<>\n\0]+$/u);
      expect(commit?.author.mail).toMatch(/^[^<>\s\0]+$/u);
    }),
  );
  expect(noReply("Zoë O'Neil")).toBe("zoe-o-neil@users.noreply.invalid");
});
