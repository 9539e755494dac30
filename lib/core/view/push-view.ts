import { isWorkflow } from "../delivery/push-commits.ts";
import type { ForgeId, PushOrder } from "../delivery/push-order.ts";
import type { PushedTo } from "../project/state.ts";
import type { Problem } from "../result.ts";

/** What a push would send now, and where it can go. */
export interface PushView {
  projectId: string;
  /** Name of the zip, and the name proposed for a repository. */
  name: string;
  files: number;
  /** Planned files that are not accepted and would be left out. */
  without: number;
  workflows: number;
  /** Commits with one for each accepted task. */
  commits: number;
  /** Address of each forge. */
  sites: Record<ForgeId, string>;
  /** Whether people sign in to GitHub with a code here. */
  signIn: boolean;
  /** Proposed for a branch: the same as long as the files are. */
  branch: string;
}

interface Input {
  projectId: string;
  name: string;
  paths: readonly string[];
  ready: number;
  without: number;
  sites: Record<ForgeId, string>;
  signIn: boolean;
  hash: string;
}

/** What the form of a push shows; files that belong to no accepted task come in one commit more. */
export const pushView = ({ paths, ready, hash, ...rest }: Input): PushView => ({
  ...rest,
  files: paths.length,
  workflows: paths.filter(isWorkflow).length,
  commits: ready + (paths.length > ready ? 1 : 0),
  branch: `plumbline/${hash.slice(0, 8)}`,
});

/** One line of the stream that a page reads while it pushes. */
export type PushLine =
  | { kind: "step"; step: PushStepId }
  | { kind: "arrived"; done: number; of: number }
  | { kind: "wait"; seconds: number }
  | { kind: "done"; to: PushedTo & { unchanged: boolean } }
  | { kind: "refused"; problems: Problem[] };

/** The steps of a push in order, each with how it is told. */
export const PUSH_STEPS = {
  account: "Sign in",
  repository: "Find or make the repository",
  commits: "Send the files",
  finish: "Finish",
} as const;
export type PushStepId = keyof typeof PUSH_STEPS;

/** What a token must be allowed to do for an order, in the words of the forge's own settings. */
export function permissionsFor({ forge, into }: Pick<PushOrder, "forge" | "into">, workflows: number): string[] {
  if (forge === "gitlab") return ["api"];
  return [
    ...(into === "new" ? ["Administration"] : []),
    "Contents",
    ...(workflows > 0 ? ["Workflows"] : []),
    ...(into === "branch" ? ["Pull requests"] : []),
  ];
}

/** A sign-in with a code, as its person sees it. */
export interface SignIn {
  state: "waiting" | "granted" | "refused";
  /** What to type at `url`. */
  code: string;
  url: string;
  /** Milliseconds since 1970; what was granted is forgotten then. */
  endsAt: number;
}
