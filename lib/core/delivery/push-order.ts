import { z } from "zod";
import { isWindowsDevice, quoted } from "../catalog/names.ts";
import type { Problem } from "../result.ts";

/** Where a repository can be pushed to, in the words of each place. */
export const FORGES = {
  github: { label: "GitHub", request: "pull request", group: "organisation", perTask: true },
  gitlab: { label: "GitLab", request: "merge request", group: "group", perTask: false },
} as const;

export type ForgeId = keyof typeof FORGES;

/** What stands below the title of a pull or merge request, however it was opened. */
export const REQUEST_BODY = "Made by Plumbline from a design that was reviewed and accepted file by file.";

/** What a person asks for: a repository of its own, or a branch with a request to merge it into one that exists. */
export const pushOrderSchema = z.object({
  forge: z.enum(Object.keys(FORGES) as [ForgeId, ...ForgeId[]]),
  into: z.enum(["new", "branch"]),
  /** Account, organisation or group; empty for the account of the token. */
  owner: z.string().max(300),
  name: z.string().max(300),
  visibility: z.enum(["private", "public"]),
  /** Only for `into: "branch"`. */
  branch: z.string().max(300),
  /** One commit, or one for each accepted task. */
  history: z.enum(["one", "tasks"]),
});

export type PushOrder = z.infer<typeof pushOrderSchema>;

const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
const RESERVED_END = /\.(?:git|atom|wiki|lock)?$/i;
const OWNER = {
  github: /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/,
  gitlab: /^(?=.{1,255}$)[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*){0,19}$/,
} as const;
/** Narrower than what git allows (git-check-ref-format): no shell, no server and no person has to think about these. */
const BRANCH =
  /^(?!.*(?:\.\.|\/\/|\/\.|\.lock(?:\/|$)|[./]$))(?!(?:refs\/|HEAD$|[0-9a-f]{40}$))[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$/;

/** What speaks against an order before any request is made; everything in it becomes part of an address. */
export function pushProblems(order: PushOrder): Problem[] {
  const problems: Problem[] = [];
  const { label, group } = FORGES[order.forge];
  const wrong = (path: string, message: string, hint: string) =>
    problems.push({ path, code: "bad_name", message, hint });
  if (!NAME.test(order.name) || RESERVED_END.test(order.name) || isWindowsDevice(order.name.replace(/\..*$/, "")))
    wrong(
      "name",
      order.name === "" ? "The repository has no name." : `${quoted(order.name)} cannot be the name of a repository.`,
      'Use 1 to 100 letters a to z, digits, ".", "_" or "-", beginning with a letter or digit and not ending in ".git".',
    );
  if (order.owner === "" ? order.into === "branch" : !isOwner(order))
    wrong(
      "owner",
      order.owner === ""
        ? "A repository that exists has an owner."
        : `${quoted(order.owner)} cannot be an account or ${group} of ${label}.`,
      `Write the account or ${group} as it stands in the address of the repository.`,
    );
  if (order.into === "branch" && !BRANCH.test(order.branch))
    wrong(
      "branch",
      order.branch === "" ? "The branch has no name." : `${quoted(order.branch)} cannot be the name of a branch.`,
      'Use letters a to z, digits, ".", "_", "-" and single slashes, such as "plumbline/delivery".',
    );
  return problems;
}

const isOwner = ({ owner, forge }: PushOrder): boolean =>
  OWNER[forge].test(owner) && !owner.split("/").some((part) => RESERVED_END.test(part));
