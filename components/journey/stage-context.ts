import { createContext, use } from "react";
import type { FileMark } from "#lib/core/view/consequences-view.ts";
import type { Evidence } from "#lib/core/view/decision-view.ts";
import type { Change } from "./save-queue.ts";

/** A pasted tree, read: its paths, and what was wrong by line. */
export interface ReadTree {
  paths: string[];
  problems: { line: number; message: string; hint: string }[];
}

/** What the editors of the structure stage need beyond their own decision. */
export interface StageTools {
  projectId: string;
  /** The files the design gives, once they are known. */
  files: readonly FileMark[] | null;
  valueOf(path: string): unknown;
  change(changes: Change[]): void;
  readTree(text: string): Promise<ReadTree>;
  /** The folders that the guided answers ask for. */
  guidedPaths(answers: unknown): Promise<string[]>;
  /** Says that a field holds text which is not yet on its way, so that the page does not call it saved. */
  typing(field: string, waiting: boolean): void;
  /** Weighs a suggestion again with answers to extra questions. */
  weigh(path: string, extra: Record<string, string>): Promise<Evidence | null>;
}

export const StageContext = createContext<StageTools | null>(null);

/** @throws Error outside a stage page: a mistake of ours. */
export function useStageTools(): StageTools {
  const tools = use(StageContext);
  if (!tools) throw new Error("this editor stands outside a stage page");
  return tools;
}
