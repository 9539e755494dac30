import type { CodeText } from "./code-text.ts";

/** What the answers so far come to: the right-hand panel. */
export interface ConsequencesView {
  version: number;
  /** How many open questions were filled with their suggestion to draw this; none is an answer. */
  filledIn: number;
  /** Why nothing can be drawn yet, or null. */
  missing: string | null;
  tier: { value: number; label: string; answered: boolean } | null;
  score: ScorePreview | null;
  files: FileMark[];
  dependencies: { group: string; names: { name: string; mark: FileMark["mark"] }[] }[];
  /** Decisions whose choice has no template yet, in words. */
  gaps: string[];
}

export interface ScorePreview {
  dimensions: {
    id: string;
    score: number;
    /** What it starts with before any rule. */
    base: number;
    /** Why no more points count, or empty. */
    held: string;
    /** What gave or took points, what took most first; `href` leads to the answer that would change it. */
    rules: { message: string; points: number; href: string }[];
  }[];
  total: number;
  band: string;
  /** Total before the last change; null when there was none. */
  before: number | null;
}

/** One file, and what the last change did to it. */
export interface FileMark {
  path: string;
  mark: "+" | "-" | "~" | "";
  purpose: string;
}

/** One file with its text, what the last change did to it, and why it is there. */
export interface FileView {
  path: string;
  mark: FileMark["mark"];
  purpose: string;
  unfinished: boolean;
  text: CodeText;
  /** The last change, as lines with marks; empty when the file did not change. */
  diff: DiffLine[];
  because: { path: string; label: string; words: string; href: string }[];
}

export interface DiffLine {
  mark: "+" | "-" | " ";
  text: string;
  /** Lines left out before this one. */
  skipped?: number;
}
