import type { CheckFinding, FileUnderCheck } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";

/** Files that a delivery adds to what is planned. */
const DELIVERED = [".plumbline/answers.json", ".plumbline/manifest.json", ".plumbline/evidence.json"];

/** Prose: its code blocks end, its links lead somewhere. */
export const markdown: DocumentReader = {
  syntax: ({ text }) => {
    const open = readLines(text).openFence;
    return open
      ? [
          {
            code: "markdown-fence",
            message: "The code block has no end.",
            mend: "Close it with the same marks on a line of their own.",
            line: open,
          },
        ]
      : [];
  },
  contract: linkFindings,
};

/** The lines of a text with code and escapes blanked out, and the line of a fence that never closes. */
function readLines(text: string): { lines: string[]; openFence: number | null } {
  let fence: { mark: string; line: number } | null = null;
  const lines = text.split("\n").map((content, index) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})(.*)$/.exec(content);
    if (fence) {
      if (mark?.[1]?.startsWith(fence.mark) && mark[2]?.trim() === "") fence = null;
      return "";
    }
    if (mark && !(mark[1]?.startsWith("`") && mark[2]?.includes("`"))) {
      fence = { mark: mark[1] as string, line: index + 1 };
      return "";
    }
    return content
      .replace(/\\[!-/:-@[-`{-~]/g, "  ")
      .replace(/(`+)(?!`)[^`]*?\1(?!`)/g, (code) => " ".repeat(code.length));
  });
  return { lines, openFence: (fence as { line: number } | null)?.line ?? null };
}

function linkFindings(file: FileUnderCheck): CheckFinding[] {
  const { lines } = readLines(file.text);
  const anchors = anchorsOf(file.text);
  const folder = file.path.split("/").slice(0, -1);
  const known = new Set([...file.paths, ...DELIVERED]);
  const exists = (path: string) =>
    path === "" || known.has(path) || [...known].some((one) => one.startsWith(`${path}/`));
  return lines.flatMap((content, index) =>
    targets(content).flatMap((target): CheckFinding[] => {
      const line = index + 1;
      if (/^[a-z][\w+.-]*:|^\/\//i.test(target) || target === "") return [];
      const [path = "", anchor = ""] = target.split("#");
      if (path === "")
        return anchors.has(anchor.toLowerCase())
          ? []
          : [
              {
                code: "markdown-anchor",
                message: `No heading of this file is \`#${anchor}\`.`,
                mend: "Name a heading as it is written, in small letters with dashes.",
                line,
              },
            ];
      const resolved = resolve(folder, decode(path.split("?")[0] as string));
      return resolved !== null && exists(resolved)
        ? []
        : [
            {
              code: "markdown-link",
              message: `\`${target}\` is not a file of this repository.`,
              mend: "Link a file of the plan, or remove the link.",
              line,
            },
          ];
    }),
  );
}

const INLINE =
  /\]\(\s*(?:<([^>\n]{0,500})>|([^\s()]{0,500}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?))(?:\s+["'(][^\n]{0,200}?["')])?\s*\)/g;

function targets(line: string): string[] {
  const defined = /^\s{0,3}\[[^\]\n]{1,200}\]:\s*<?(\S{1,500}?)>?(?:\s|$)/.exec(line);
  if (defined && !line.trimStart().startsWith("[^")) return [defined[1] as string];
  return [...line.matchAll(INLINE)].map(([, pointed, plain]) => pointed ?? plain ?? "");
}

/** The anchors that headings and explicit ids give, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const found = new Set<string>(["top"]);
  const count = new Map<string, number>();
  const source = text.split("\n");
  for (const [index, content] of readLines(text).lines.entries()) {
    for (const [, id] of content.matchAll(/\b(?:id|name)=["']([^"']{1,200})["']/g))
      found.add((id as string).toLowerCase());
    const explicit = /^\(([\w-]+)\)=\s*$/.exec(content) ?? /\{#([\w-]+)\}\s*$/.exec(content);
    if (explicit) found.add((explicit[1] as string).toLowerCase());
    const underlined = /^(?:=+|-+)\s*$/.test(source[index + 1] ?? "") && content.trim() !== "";
    const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(source[index] as string);
    if (content === "" || !(heading || underlined)) continue;
    const base = slug(heading ? (heading[1] as string) : (source[index] as string));
    const seen = count.get(base) ?? 0;
    count.set(base, seen + 1);
    found.add(seen === 0 ? base : `${base}-${seen}`);
  }
  return found;
}

const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** A path from the root of the repository; null when it climbs out. */
function resolve(folder: readonly string[], target: string): string | null {
  const parts = target.startsWith("/") ? [] : [...folder];
  for (const step of target.split("/")) {
    if (step === "..") {
      if (parts.length === 0) return null;
      parts.pop();
    } else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
