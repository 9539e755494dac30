import type { DeliveryCommit, Signature } from "#lib/core/delivery/commits.ts";
import { FORGES, type PushOrder, REQUEST_BODY } from "#lib/core/delivery/push-order.ts";
import type { PushedTo } from "#lib/core/project/state.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { PushStepId } from "#lib/core/view/push-view.ts";
import { type Account, type Forge, type ForgeRepository, holds, type Tip } from "./forge.ts";
import { ForgeRefusal, failedWith, failureOf, refusalOf } from "./refusal.ts";

/** Told while a push is under way. */
export type PushNews =
  | { kind: "step"; step: PushStepId }
  | { kind: "arrived"; done: number; of: number }
  | { kind: "wait"; seconds: number };

/** Where everything stands now; `unchanged` when it stood there before and nothing was sent. */
export type Arrived = PushedTo & { unchanged: boolean };

export interface Push {
  forge: Forge;
  order: PushOrder;
  /** The same for each push of one project; with the place it marks a repository that is not finished as ours. */
  key: string;
  description: string;
  /** Whether workflow files are among the commits, which need a permission of their own. */
  workflows: boolean;
  commits(owner: Signature): DeliveryCommit[];
  tell(news: PushNews): void;
}

/** The description of a repository while its delivery is under way: to people a notice, to us the proof that it is ours. */
export const unfinishedMark = (key: string, owner: string, name: string): string =>
  `Plumbline is delivering here (${sha256(`${key}\n${owner}/${name}`.toLowerCase()).slice(0, 12)})`;

/**
 * Pushes a delivery. Every step first looks whether it was done before, so that a push which broke off anywhere is
 * continued by making it again: one repository, the same commits, one request. What is there is never overwritten.
 */
export async function pushTo(push: Push): Promise<Result<Arrived>> {
  try {
    try {
      return ok(await attempt(push));
    } catch (error) {
      // "Exists already" may be the echo of our own request, whose answer was lost: look once more.
      if (!failedWith(error, 400, 409, 422)) throw error;
      return ok(await attempt(push));
    }
  } catch (error) {
    if (error instanceof ForgeRefusal) return err(error.problems);
    const failed = failureOf(error);
    if (failed) return err(refusalOf(failed, FORGES[push.order.forge].label, push).problems);
    throw error;
  }
}

async function attempt(push: Push): Promise<Arrived> {
  const { forge, order, tell } = push;
  tell({ kind: "step", step: "account" });
  const account = await forge.account();
  const owner = order.owner || account.login;
  tell({ kind: "step", step: "repository" });
  const found = await forge.find(owner, order.name);
  const asked: Asked = { ...push, account, owner, commits: push.commits(account.signature) };
  return order.into === "new" ? intoNew(asked, found) : intoBranch(asked, found);
}

type Asked = Omit<Push, "commits"> & { account: Account; owner: string; commits: DeliveryCommit[] };

const markOf = ({ key, owner, order }: Asked): string => unfinishedMark(key, owner, order.name);
const filesOf = ({ commits }: Asked) => commits.flatMap(({ files }) => files);

async function intoNew(asked: Asked, found: ForgeRepository | null): Promise<Arrived> {
  const { forge, description } = asked;
  const repository = found ?? (await created(asked));
  const tip = await forge.tip(repository, repository.defaultBranch);
  const whole = tip !== null && tip.files.size === filesOf(asked).length && holds(tip, filesOf(asked));
  const ours = repository.description === markOf(asked);
  if (!ours) {
    if (whole) return pushedTo(asked, repository, tip, { unchanged: true });
    throw new ForgeRefusal(
      "name",
      "name-taken",
      `${asked.owner}/${asked.order.name} exists already and holds something else.`,
      `Choose another name, such as "${await freeName(asked)}", or push a branch into it.`,
    );
  }
  const commit = whole ? tip.commit : await send(asked, repository, repository.defaultBranch, tip);
  asked.tell({ kind: "step", step: "finish" });
  await forge.describe(repository, description);
  return pushedTo(asked, repository, { commit }, { unchanged: false });
}

async function created(asked: Asked): Promise<ForgeRepository> {
  const { forge, order, account, owner } = asked;
  const own = owner.toLowerCase() === account.login.toLowerCase();
  const { name, visibility } = order;
  const made = await forge.create({ owner, own, name, visibility, description: markOf(asked) });
  // "Taken" may be the echo of our own request, whose answer was lost.
  const repository = made ?? (await forge.find(owner, name));
  if (repository) return repository;
  throw new ForgeRefusal(
    "name",
    "name-taken",
    `${owner} cannot have a repository named "${name}".`,
    "The name is taken or not allowed there; choose another one.",
  );
}

async function freeName({ forge, owner, order }: Asked): Promise<string> {
  for (let number = 2; number < 5; number++)
    if (!(await forge.find(owner, `${order.name}-${number}`))) return `${order.name}-${number}`;
  return `${order.name}-delivered`;
}

async function intoBranch(asked: Asked, repository: ForgeRepository | null): Promise<Arrived> {
  const { forge, order, owner } = asked;
  const { label, request } = FORGES[order.forge];
  if (!repository)
    throw new ForgeRefusal(
      "name",
      "no-repository",
      `${label} shows no repository ${owner}/${order.name} to this token.`,
      "Check owner and name, and that the token covers this repository; or make a new one.",
    );
  const into = repository.defaultBranch;
  const base = await forge.tip(repository, into);
  if (!base)
    throw new ForgeRefusal(
      "name",
      "empty-repository",
      `${owner}/${order.name} is empty, so there is nothing to make a ${request} against.`,
      "Deliver into a new repository, or push a first commit there.",
    );
  if (holds(base, filesOf(asked))) return pushedTo(asked, repository, base, { unchanged: true });
  const tip = order.branch === into ? base : await forge.tip(repository, order.branch);
  if (tip && !holds(tip, filesOf(asked)))
    throw new ForgeRefusal(
      "branch",
      "branch-taken",
      `The branch "${order.branch}" exists and holds something else.`,
      "Choose another name for the branch; nothing is overwritten.",
    );
  const commit = tip?.commit ?? (await send(asked, repository, order.branch, base, into));
  asked.tell({ kind: "step", step: "finish" });
  const title = `Deliver ${filesOf(asked).length} files of ${asked.description || order.name}`.slice(0, 120);
  const url = await forge.request(repository, { branch: order.branch, into, title, body: `${REQUEST_BODY}\n` });
  return pushedTo(asked, repository, { commit }, { request: url, unchanged: false });
}

/** Sends the commits that are not there yet onto a branch, which may be new and then begins at another one. */
function send(
  asked: Asked,
  repository: ForgeRepository,
  branch: string,
  tip: Tip | null,
  from = branch,
): Promise<string> {
  const { forge, commits, tell } = asked;
  tell({ kind: "step", step: "commits" });
  const first = commits[0];
  // A new repository on GitHub begins with a commit of its own call; after a break it stands there alone.
  const begun =
    tip !== null && from === branch && first !== undefined && tip.files.size === 1 && holds(tip, first.files);
  const rest = begun ? commits.slice(1) : commits;
  const arrived = (done: number) =>
    tell({ kind: "arrived", done: commits.length - rest.length + done, of: commits.length });
  return forge.commit(repository, { branch, onto: tip && { branch: from, tip }, commits: rest, arrived });
}

const pushedTo = (
  { order }: Asked,
  { url }: ForgeRepository,
  { commit }: { commit: string },
  rest: { request?: string; unchanged: boolean },
): Arrived => ({ forge: order.forge, repository: url, commit, ...rest });
