import type { CheckId } from "../check.ts";

/** A mistake put into one file of a good repository, and what the checks must say about it. */
export interface Fault {
  title: string;
  /** Id of the example whose repository it is put into. */
  design: string;
  path: string;
  /** Texts that stand in the file, each with what takes its place. */
  edits: readonly (readonly [from: string, to: string])[];
  /** The check that must fail. */
  check: CheckId;
  /** Part of the line that a finding must name, as it stands after the edits. */
  at: string;
  /** Checks that rightly fail as well: one line can break two rules. */
  also?: readonly CheckId[];
  /** The file that the finding is about, where it is not the one with the mistake. */
  seenIn?: string;
}

/** The text with the mistake in it. @throws when an edit's text is not there exactly once: the template has changed. */
export function withFault(text: string, { title, edits }: Pick<Fault, "title" | "edits">): string {
  return edits.reduce((current, [from, to]) => {
    if (current.split(from).length !== 2) throw new Error(`${title}: the text to replace is not there once: ${from}`);
    return current.replace(from, () => to);
  }, text);
}

/** The line, from 1, on which a part of the text stands first; line breaks before the part only tell which one is meant. */
export function lineOf(text: string, part: string): number {
  const index = text.indexOf(part);
  if (index === -1) throw new Error(`Nothing has ${part}`);
  const breaks = part.length - part.trimStart().length;
  return text.slice(0, index + (part.startsWith("\n") ? breaks : 0)).split("\n").length;
}

/** Text that must not stand whole in our own sources, where a scanner would take it for a leaked credential. */
export const joined = (...parts: string[]): string => parts.join("");
