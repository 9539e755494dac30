import type { DeliveryCommit, Signature } from "./commits.ts";
import type { PushOrder } from "./push-order.ts";
import { ANSWERS_PATH } from "./repository.ts";

/** Files of workflows need a permission of their own on GitHub. */
export const isWorkflow = (path: string): boolean => /^\.github\/workflows\//.test(path);

/**
 * The commits of a push. GitHub takes no objects into an empty repository, so a history there begins with a commit of one
 * file, made in one call: the first accepted task, or the answers where everything else is one commit.
 */
export function pushCommits(
  commits: readonly DeliveryCommit[],
  { forge, into, history }: Pick<PushOrder, "forge" | "into" | "history">,
  { name, owner }: { name: string; owner: Signature },
): DeliveryCommit[] {
  if (history === "tasks") return [...commits];
  const files = commits.flatMap((commit) => commit.files).sort((a, b) => (a.path < b.path ? -1 : 1));
  const at = commits.at(-1)?.at ?? 0;
  const whole = { message: `feat: deliver ${name}\n`, author: owner, at };
  const answers = files.filter(({ path }) => path === ANSWERS_PATH);
  if (!(forge === "github" && into === "new" && answers.length === 1 && files.length > 1)) return [{ ...whole, files }];
  return [
    { ...whole, message: "chore: record the decisions\n", files: answers },
    { ...whole, files: files.filter(({ path }) => path !== ANSWERS_PATH) },
  ];
}
