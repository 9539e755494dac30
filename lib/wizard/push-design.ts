import { isWorkflow, pushCommits } from "#lib/core/delivery/push-commits.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import { MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { Arrived, Push, PushNews } from "#lib/io/forge/push.ts";
import { pushThrough, usableToken } from "#lib/io/forge/push-through.ts";
import type { Patience } from "#lib/io/forge/rest.ts";
import { commitsOf, designFiles, forgeDescription } from "./packing.ts";
import type { Rendered } from "./toolbox.ts";

export interface DesignPush {
  order: PushOrder;
  /** Whether the report goes along as a file. */
  report: boolean;
  /** Address of the forge. */
  site: string;
  signal: AbortSignal;
  patience?: Patience;
}

/** What a push would send: its files, and how many commits they arrive in. */
export interface PushPlan {
  paths: string[];
  commits: number;
}

type Prepared = Pick<Push, "key" | "description" | "workflows" | "commits"> & { plan: PushPlan };

/** What would be sent, without asking anybody; refuses an order whose names cannot be. */
export function planPush(rendered: Rendered, push: Pick<DesignPush, "order" | "report">): Result<PushPlan> {
  const problems = pushProblems(push.order);
  return problems.length > 0 ? err(problems) : ok(prepare(rendered, push).plan);
}

/**
 * Pushes a design as its built-in drafts give it, without a project. One that broke off is continued by the same call with
 * the same design: what it delivers is what marks an unfinished repository as its own.
 */
export async function pushDesign(
  rendered: Rendered,
  { order, report, site, signal, patience, token }: DesignPush & { token: string },
  tell: (news: PushNews) => void,
): Promise<Result<Arrived>> {
  const problems = pushProblems(order);
  if (problems.length > 0) return err(problems);
  const usable = usableToken(token, "Give one, whole.");
  if (!usable.ok) return usable;
  const { plan: _, ...push } = prepare(rendered, { order, report });
  const reached = { token, site, signal, ...(patience ? { patience } : {}) };
  return pushThrough(reached, { ...push, order, tell });
}

function prepare(rendered: Rendered, { order, report }: Pick<DesignPush, "order" | "report">): Prepared {
  const { design, blueprint } = rendered;
  const files = designFiles(rendered, { history: false, report });
  const paths = files.map(({ path }) => path);
  const commits: Push["commits"] = (owner) =>
    pushCommits(commitsOf({ design, tasks: blueprint.tasks }, files, { history: true, report, author: owner }), order, {
      name: design.repositoryName,
      owner,
    });
  return {
    key: sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? ""),
    description: forgeDescription(design),
    workflows: paths.some(isWorkflow),
    commits,
    plan: { paths, commits: commits({ name: "", mail: "" }).length },
  };
}
