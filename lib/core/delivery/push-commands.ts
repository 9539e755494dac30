import { FORGES, type PushOrder } from "./push-order.ts";
import { programFor } from "./push-programs.ts";

/** One step of a push by hand: something to type beside the zip, or to do in the browser. */
export interface PushStep {
  does: string;
  /** Needs nothing but the steps before it, stops at its first failure, and is then typed again. */
  command?: string;
  url?: string;
}

/** One way to do a push by hand. */
export interface PushWay {
  title: string;
  steps: PushStep[];
}

interface Input {
  order: PushOrder;
  /** Name of the zip and of the folder in it. */
  folder: string;
  /** Address of the forge. */
  site: string;
}

/**
 * The ways to push a downloaded zip for those who would rather do it themselves; right for an order without problems,
 * whose names need no quoting. No step changes the folder it is typed in: one that failed cannot make the next take up
 * what lies there.
 */
export const pushCommands = (input: Input): PushWay[] =>
  input.order.into === "new" ? intoNew(input) : intoBranch(input);

/** Stands for the account where none was named. */
const SOMEBODY = "your-account";

const addressOf = ({ order, site }: Input): string => `${site}/${order.owner || SOMEBODY}/${order.name}.git`;
const titleOf = (folder: string): string => `feat: deliver ${folder}`;

const allOf = (...commands: readonly string[]): string => commands.join(" &&\n  ");
const git = (repository: string, command: string): string => `git -C ${repository} ${command}`;
const commit = (repository: string, folder: string): string => git(repository, `commit --message "${titleOf(folder)}"`);
const push = (repository: string, branch: string): string => git(repository, `push --set-upstream origin ${branch}`);

/** The delivery as a repository beside the zip, on its branch `main`. */
function unpacked({ folder, order: { history } }: Input): PushStep[] {
  const looked = history === "tasks" ? ` ${folder}/.git/HEAD` : "";
  const unpack: PushStep = {
    does: looked ? "See that the zip holds its history, and unpack it." : "Unpack the zip.",
    // Into a new folder: unzip would ask about each file of an older one.
    command: allOf(`unzip -tq ${folder}.zip${looked}`, `mkdir ${folder}`, `unzip -q ${folder}.zip`),
  };
  if (looked) return [unpack];
  // Personal ignore rules would leave delivered files out without a word.
  const add = git(folder, "-c core.excludesFile=/dev/null add --all");
  return [
    unpack,
    {
      does: "Make it one commit.",
      command: allOf(git(folder, "init --initial-branch=main"), add, commit(folder, folder)),
    },
  ];
}

function intoNew(input: Input): PushWay[] {
  const { order, folder, site } = input;
  const { forge, owner, name, visibility } = order;
  const start = unpacked(input);
  const address = {
    does: `Say where it goes${owner ? "" : `, with your account in place of "${SOMEBODY}"`}.`,
    command: git(folder, `remote add origin ${addressOf(input)}`),
  };
  const send = { does: "Send it.", command: push(folder, "main") };
  if (forge === "gitlab") {
    const makes = { ...send, does: "Send it; GitLab makes the project, private, as it arrives." };
    const open = { does: "Make it public on GitLab: Settings, General, Visibility." };
    return [{ title: "With git", steps: [...start, address, makes, ...(visibility === "public" ? [open] : [])] }];
  }
  const query = new URLSearchParams({ name, visibility, ...(owner ? { owner } : {}) });
  const browser = { does: "Make the repository empty, without README or licence.", url: `${site}/new?${query}` };
  const program = programFor(forge, site);
  const create = program?.create(order, folder);
  const byProgram = program &&
    create && [
      signIn(program.signIn),
      ...start,
      { does: "Make the repository; nothing is in it yet.", command: create },
      send,
    ];
  return [
    ...(byProgram ? [{ title: `With git and ${program.name}`, steps: byProgram }] : []),
    { title: "With git alone", steps: [...start, browser, address, send] },
  ];
}

const signIn = (command: string): PushStep => ({
  does: "Once on this machine, unless you have done so: sign in.",
  command,
});

function intoBranch(input: Input): PushWay[] {
  const { order, folder, site } = input;
  const { forge, owner, name, branch } = order;
  const { request } = FORGES[forge];
  const clone = `${folder}-clone`;
  const way = (title: string, fetch: string, open: Omit<PushStep, "does">): PushWay => ({
    title,
    steps: [
      ...unpacked(input),
      { does: "Fetch the repository.", command: fetch },
      ...filled(input, clone),
      { does: "Send the branch; one that is there already is not overwritten.", command: push(clone, branch) },
      { does: `Open the ${request}.`, ...open },
    ],
  });
  const program = programFor(forge, site);
  const compare =
    forge === "github"
      ? `${site}/${owner}/${name}/pull/new/${branch}`
      : `${site}/${owner}/${name}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`;
  const alone = way("With git alone", `git clone ${addressOf(input)} ${clone}`, { url: compare });
  if (!program) return [alone];
  const command = program.request(order, clone, titleOf(folder));
  const { title, steps } = way(`With git and ${program.name}`, program.clone(order, clone), { command });
  return [{ title, steps: [signIn(program.signIn), ...steps] }, alone];
}

/**
 * Puts the delivered files over those of a branch, with git: it alone keeps modes, links and line ends right. The branch
 * begins last, so that none without a delivery can be sent.
 */
function filled({ order: { history, branch }, folder }: Input, clone: string): PushStep[] {
  const fetch = [git(clone, `fetch ../${folder} main`), git(clone, "switch --detach")];
  const put = [
    git(clone, "checkout FETCH_HEAD -- ."),
    commit(clone, folder),
    git(clone, `switch --force-create ${branch}`),
  ];
  if (history === "one")
    return [
      { does: "Put the files over its own, as one commit, and begin the branch.", command: allOf(...fetch, ...put) },
    ];
  const join = git(clone, "merge --strategy=ours --no-commit --allow-unrelated-histories FETCH_HEAD");
  return [
    { does: "Join the history to its own; no file changes yet.", command: allOf(...fetch, join) },
    { does: "Put the files over its own, and begin the branch.", command: allOf(...put) },
  ];
}
