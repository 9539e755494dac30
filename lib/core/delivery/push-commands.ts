import { FORGES, type PushOrder } from "./push-order.ts";

/** One way to do a push by hand: which program it needs beside git, and what to type, beginning beside the zip. */
export interface PushCommands {
  title: string;
  /** What is done in the browser, before or after. */
  browser?: { text: string; url?: string };
  commands: string[];
}

interface Input {
  order: PushOrder;
  /** Name of the zip and of the folder in it. */
  folder: string;
  /** Address of the forge. */
  site: string;
}

/**
 * The commands that push a downloaded zip, for those who would rather run them; right for an order without problems, whose
 * names need no quoting. With one commit a task the zip has to be the one with its history.
 */
export function pushCommands({ order, folder, site }: Input): PushCommands[] {
  return order.into === "new" ? intoNew({ order, folder, site }) : intoBranch({ order, folder, site });
}

/** Stands for the account where none was named. */
const SOMEBODY = "your-account";

const commit = (folder: string): string[] => ["git add --all", `git commit --message "feat: deliver ${folder}"`];

const addressOf = ({ order, site }: Input): string => `${site}/${order.owner || SOMEBODY}/${order.name}.git`;

/** The host that `gh` and `glab` talk to, where it is not their own. */
const at = ({ site }: Input, variable: string, usual: string): string => {
  const { host } = new URL(site);
  return host === usual ? "" : `${variable}=${host} `;
};

function intoNew(input: Input): PushCommands[] {
  const { order, folder, site } = input;
  const { forge, owner, name, visibility, history } = order;
  const start = [
    `unzip ${folder}.zip`,
    `cd ${folder}`,
    ...(history === "tasks" ? [] : ["git init --initial-branch=main", ...commit(folder)]),
  ];
  const push = [`git remote add origin ${addressOf(input)}`, "git push --set-upstream origin main"];
  if (forge === "gitlab")
    return [
      {
        title: "With git",
        ...(visibility === "public"
          ? { browser: { text: "GitLab makes the project private with the push; make it public in its settings." } }
          : {}),
        commands: [...start, ...push],
      },
    ];
  const query = new URLSearchParams({ name, visibility, ...(owner ? { owner } : {}) });
  return [
    {
      title: "With GitHub’s command line",
      commands: [
        ...start,
        `${at(input, "GH_HOST", "github.com")}gh repo create ${owner ? `${owner}/` : ""}${name} --${visibility} --source=. --push`,
      ],
    },
    {
      title: "With git alone",
      browser: { text: "Make the repository empty, without README or licence:", url: `${site}/new?${query}` },
      commands: [...start, ...push],
    },
  ];
}

function intoBranch(input: Input): PushCommands[] {
  const { order, folder, site } = input;
  const { forge, owner, name, branch } = order;
  const clone = `${name}-clone`;
  const push = [
    `unzip ${folder}.zip`,
    `git clone ${addressOf(input)} ${clone}`,
    `cd ${clone}`,
    `git switch --create ${branch}`,
    `cp -R ../${folder}/. .`,
    ...commit(folder),
    `git push --set-upstream origin ${branch}`,
  ];
  const request =
    forge === "github"
      ? `${at(input, "GH_HOST", "github.com")}gh pr create --fill`
      : `${at(input, "GITLAB_HOST", "gitlab.com")}glab mr create --fill`;
  const compare =
    forge === "github"
      ? `${site}/${owner}/${name}/pull/new/${branch}`
      : `${site}/${owner}/${name}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`;
  return [
    { title: `With git and ${forge === "github" ? "gh" : "glab"}`, commands: [...push, request] },
    {
      title: `With git alone; the ${FORGES[forge].request} is opened in the browser`,
      browser: { text: "After the push, open it here:", url: compare },
      commands: push,
    },
  ];
}
