import type { CodeText } from "./code-text.ts";
import type { DiffLine } from "./consequences-view.ts";

/** The views of one file, each with an address of its own. */
export const PANES = ["content", "diff", "contract", "prompt", "history"] as const;
export type PaneId = (typeof PANES)[number];

/** The panes as their tabs are called. */
export const PANE_LABELS: Readonly<Record<PaneId, string>> = {
  content: "Content",
  diff: "Difference",
  contract: "Contract",
  prompt: "Sub-prompt",
  history: "History",
};

/** A version of a file that can be compared: `built-in`, or the number of a draft. */
export interface DraftChoice {
  value: string;
  label: string;
}

export interface Neighbour {
  path: string;
  purpose: string;
  status: string;
}

export type PaneView =
  | { pane: "content"; lines: CodeText | null }
  | {
      pane: "diff";
      from: string;
      to: string;
      choices: DraftChoice[];
      lines: DiffLine[];
      added: number;
      removed: number;
      problem: string;
    }
  | { pane: "contract"; lines: CodeText | null; requirements: string[]; uses: Neighbour[]; usedBy: Neighbour[] }
  | { pane: "prompt"; forms: { id: string; label: string; text: string }[] }
  | { pane: "history" };

/** What one sees of a file from the plan, without opening the workbench. */
export interface PeekView {
  id: string;
  path: string;
  purpose: string;
  gap: string | null;
  because: { path: string; label: string; words: string; href: string }[];
  draft: CodeText | null;
  contract: CodeText | null;
  requirements: string[];
  prompt: string;
}

/** The pane that an address asks for; the content for anything unknown. */
export const paneFrom = (asked: string | undefined): PaneId => PANES.find((pane) => pane === asked) ?? "content";
