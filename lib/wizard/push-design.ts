import type { Extras } from "#lib/core/delivery/extras.ts";
import { isWorkflow, pushCommits } from "#lib/core/delivery/push-commits.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import { MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { Arrived, Push, PushNews } from "#lib/io/forge/push.ts";
import { pushThrough, usableToken } from "#lib/io/forge/push-through.ts";
import { commitsOf, designFiles, forgeDescription } from "./packing.ts";
import type { Rendered } from "./toolbox.ts";

/** What a push sends, prepared without asking anybody. */
export interface PlannedPush extends Pick<Push, "order" | "key" | "description" | "workflows" | "commits"> {
  /** The files that will stand there. */
  paths: string[];
}

/** Where a planned push goes, and with which right. */
interface Destination {
  /** Address of the forge. */
  site: string;
  token: string;
  signal: AbortSignal;
}

/**
 * Prepares the push of a design as its built-in drafts give it, without a project; with its report as a file where that
 * is asked for. Refuses an order whose names cannot be.
 */
export function planPush(
  rendered: Rendered,
  order: PushOrder,
  { report }: Pick<Extras, "report">,
): Result<PlannedPush> {
  const problems = pushProblems(order);
  if (problems.length > 0) return err(problems);
  const { design, blueprint } = rendered;
  const files = designFiles(rendered, { report });
  const paths = files.map(({ path }) => path);
  return ok({
    order,
    key: sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? ""),
    description: forgeDescription(design),
    workflows: paths.some(isWorkflow),
    commits: (owner) =>
      pushCommits(commitsOf({ design, tasks: blueprint.tasks }, files, { author: owner }), order, {
        name: design.repositoryName,
        owner,
      }),
    paths,
  });
}

/**
 * Makes a planned push. One that broke off is continued by the same call with the same design: what it delivers is what
 * marks an unfinished repository as its own.
 */
export async function pushDesign(
  { paths: _, ...push }: PlannedPush,
  reached: Destination,
  tell: (news: PushNews) => void,
): Promise<Result<Arrived>> {
  const usable = usableToken(reached.token, "Give one, whole.");
  if (!usable.ok) return usable;
  return pushThrough(reached, { ...push, tell });
}
