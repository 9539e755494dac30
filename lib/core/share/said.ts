import { lineProblems, textProblems } from "../catalog/text-rules.ts";
import { err, ok, type Problem, type Result } from "../result.ts";
import { SAID_LIMITS } from "./limits.ts";

const HINTS: Readonly<Record<keyof typeof SAID_LIMITS, string>> = {
  name: "Take a shorter one; it stands beside what you say.",
  label: "Take a shorter one; it tells this link from the others.",
  text: "Shorten it, or say it in several comments.",
};

const NOBODY = {
  name: { message: "Your name is missing.", hint: "Write it; it stands beside what you say." },
  label: { message: "This link has no name.", hint: "Say for whom it is; only you see that." },
} as const;

/** A name or a label: one line, trimmed, not too long, nothing invisible in it. */
export function oneLine(field: "name" | "label", given: string): Result<string> {
  const text = given.trim().normalize("NFC");
  if (text === "") return err([{ path: field, code: "empty", ...NOBODY[field] }]);
  const problems = lineProblems(text, field);
  return problems.length > 0 ? err(problems) : short(field, text);
}

/** What somebody says, in any number of lines. */
export function someText(given: string, may: { beEmpty?: boolean } = {}): Result<string> {
  const text = given.replaceAll("\r\n", "\n").trim().normalize("NFC");
  const problems = text === "" && !may.beEmpty ? [NOTHING] : textProblems(text, "text");
  return problems.length > 0 ? err(problems) : short("text", text);
}

const NOTHING: Problem = {
  path: "text",
  code: "empty",
  message: "There is no text yet.",
  hint: "Say what you think of this part.",
};

function short(field: keyof typeof SAID_LIMITS, text: string): Result<string> {
  const most = SAID_LIMITS[field];
  const length = [...text].length;
  if (length <= most) return ok(text);
  return err([
    {
      path: field,
      code: "too-long",
      message: `This has ${length} characters; ${most} are the most.`,
      hint: HINTS[field],
    },
  ]);
}
