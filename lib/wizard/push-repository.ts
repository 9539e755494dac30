import { isWorkflow, pushCommits } from "#lib/core/delivery/push-commits.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import { decide } from "#lib/core/project/decide.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { endSignIn, grantedToken } from "#lib/io/forge/device-sign-in.ts";
import type { Arrived, Push, PushNews } from "#lib/io/forge/push.ts";
import { pushThrough, usableToken } from "#lib/io/forge/push-through.ts";
import type { Patience } from "#lib/io/forge/rest.ts";
import { beginPush } from "#lib/io/forge/under-way.ts";
import { type Caller, changeBy } from "./caller.ts";
import { deliverable, deliveryHash } from "./delivering.ts";
import { type Generation, loadGeneration } from "./load-generation.ts";
import { commitsOf, forgeDescription } from "./packing.ts";
import { reportBeside } from "./report-generation.ts";

export interface PushRequest {
  order: PushOrder;
  /** As in `deliverable`. */
  without: number;
  /** Whether the report goes along as a file. */
  report?: boolean;
  /** Used for this push and kept nowhere; empty to push as the owner has signed in. */
  token: string;
  patience?: Patience;
}

/** Together with the waits that a forge asks for; whoever pushes more goes on after it. */
const LONGEST_MS = 20 * 60_000;

/**
 * Pushes the repository of a project to GitHub or GitLab and logs the delivery. One that broke off is continued by the
 * same call. The token is in the arguments and nowhere else.
 */
export async function pushRepository(
  caller: Caller,
  projectId: string,
  { order, without, report = false, token, patience }: PushRequest,
  tell: (news: PushNews) => void,
): Promise<Result<Arrived>> {
  const problems = pushProblems(order);
  if (problems.length > 0) return err(problems);
  const given = token.trim() || (order.forge === "github" ? grantedToken(caller.ownerHash) : null);
  const usable = usableToken(given, "Sign in, or paste a token whole.");
  if (!usable.ok) return usable;
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const beside = report ? await reportBeside(caller, generation.value) : [];
  const ready = await deliverable(generation.value, without, beside);
  if (!ready.ok) return ready;
  const end = beginPush(projectId);
  if (!end)
    return refuse("push", "under-way", "A push of this project is under way.", "Its end will stand in the log below.");
  try {
    const { files, unfinished } = ready.value;
    const signal = AbortSignal.timeout(LONGEST_MS);
    const reached = { token: usable.value, signal, ...(patience ? { patience } : {}) };
    const pushed = await pushThrough(reached, {
      order,
      key: projectId,
      description: forgeDescription(generation.value.design),
      workflows: files.some(({ path }) => isWorkflow(path)),
      commits: commitsFor(generation.value, files, order),
      tell,
    });
    if (!pushed.ok) return pushed;
    endSignIn(caller.ownerHash);
    const { unchanged, ...to } = pushed.value;
    const record = { zipSha256: deliveryHash(files), files: files.length, unfinished, to };
    // A push lasts minutes; the log says when it was there.
    const logged = await changeProject(changeBy({ ...caller, now: new Date() }, projectId), [], (state) =>
      decide(state, { type: "record-delivery", kind: "push", ...record }),
    );
    return logged.ok ? ok(pushed.value) : logged;
  } finally {
    end();
  }
}

const commitsFor =
  (generation: Generation, files: Parameters<typeof commitsOf>[1], order: PushOrder): Push["commits"] =>
  (owner) => {
    const { state, design } = generation;
    const history = commitsOf(generation, files, { author: owner }, state.tasks);
    return pushCommits(history, order, { name: design.repositoryName, owner });
  };
