import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => ({ path, text: readFileSync(join(ROOT, path), "utf8") });
const sources = globSync(["app/**/*.{ts,tsx}", "lib/**/*.ts", "components/**/*.{ts,tsx}"], { cwd: ROOT })
  .filter((path) => !/\.test\.tsx?$|\.fixture\.ts$|db\/generated/.test(path))
  .map(read);
const actions = sources.filter(({ text }) => /^"use server";/m.test(text));

/** The functions and constants of a file, each with its text. */
const partsOf = (text: string) =>
  text.split(/^(?=(?:export )?(?:async function|function|const) \w)/m).flatMap((part) => {
    const name = /^(?:export )?(?:async function|function|const) (\w+)/.exec(part)?.[1];
    return name ? [{ name, part, action: part.startsWith("export async function") }] : [];
  });

test("every server action asks where it is called from before it acts", () => {
  expect(actions.length).toBeGreaterThan(5);
  const unguarded = actions.flatMap(({ path, text }) => {
    const parts = partsOf(text);
    const asking = new Set(["asOwner", "sameOrigin"]);
    const asks = ({ part }: { part: string }) => [...asking].some((name) => part.includes(`${name}(`));
    // Who calls something that asks, asks.
    for (const part of [...parts, ...parts]) if (asks(part)) asking.add(part.name);
    return parts.filter((part) => part.action && !asks(part)).map(({ name }) => `${path}: ${name}`);
  });
  expect(unguarded).toEqual([]);
});

test("the source of a server action holds no secret: it could be read from outside", () => {
  const secret =
    /process\.env|\benv\(\)|-----BEGIN|\b(?:ghp|github_pat|glpat|sk|plumbline)_\w{8,}|["'`][A-Za-z0-9+/=_-]{32,}["'`]/;
  expect(actions.filter(({ text }) => secret.test(text)).map(({ path }) => path)).toEqual([]);
});

/** Where a program of ours may open a connection, and to what. */
const CONNECTING: Readonly<Record<string, RegExp>> = {
  "a code host, whose address the operator sets": /^lib\/io\/forge\//,
  "our own addresses, from our own pages": /^components\//,
  "the database": /^lib\/io\/(db|jobs|backup|retention)\//,
  "the container engine": /^lib\/io\/sandbox\/docker\//,
  "nothing outside: it answers": /^app\/_server\/mcp\//,
};

test("nothing connects to an address that somebody wrote into a form", () => {
  const opening =
    /\bfetch\(|\b(?:http|https|net|tls|dgram)\.(?:request|get|connect|createConnection)\(|new WebSocket\(|\.connect\(/;
  const places = Object.values(CONNECTING);
  const others = sources.filter(({ path, text }) => {
    const bare = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$|`(?:[^`\\]|\\[\s\S])*`|"(?:[^"\\\n]|\\.)*"/gm, "");
    return opening.test(bare) && !places.some((place) => place.test(path));
  });
  expect(others.map(({ path }) => path)).toEqual([]);
});

test("pages lead on to our own addresses only, and each is written where it is used", () => {
  const leads = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:redirect|permanentRedirect|NextResponse\.redirect|Response\.redirect)\(([^)]*)/g)].map(
      ([, target = ""]) => ({ path, target }),
    ),
  );
  expect(leads.length).toBeGreaterThan(2);
  const ours = /^(?:`\/(?!\/)|"\/(?!\/)|fileHref\(|\w+Href\()/;
  expect(
    leads.filter(({ target }) => !ours.test(target.trim())).map(({ path, target }) => `${path}: ${target}`),
  ).toEqual([]);
});

test("no image is resized or fetched for a visitor, and no HTML is made from text", () => {
  expect(readFileSync(join(ROOT, "next.config.ts"), "utf8")).toContain("unoptimized: true");
  const wrong = /from "next\/image"|dangerouslySetInnerHTML|"use cache"|\beval\(|new Function\(/;
  expect(
    sources.filter(({ path, text }) => /^(app|components)\//.test(path) && wrong.test(text)).map(({ path }) => path),
  ).toEqual([]);
});
