import { readFileSync } from "node:fs";
import { FORGES, type ForgeId, type PushOrder } from "#lib/core/delivery/push-order.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { PUSH_STEPS } from "#lib/core/view/push-view.ts";
import { pushEnvironment } from "#lib/io/env.ts";
import type { Arrived, PushNews } from "#lib/io/forge/push.ts";
import { type PlannedPush, planPush, pushDesign } from "#lib/wizard/push-design.ts";
import { render } from "#lib/wizard/toolbox.ts";
import type { Options } from "../command.ts";
import { BadInput, CannotRun, data, EXIT, type ExitCode, json, talk } from "../output.ts";
import { readAnswers } from "../read-answers.ts";

/** Pushes the repository of a design into a new repository or onto a branch; the same command continues what broke off. */
export async function run(file: string, options: Options): Promise<ExitCode> {
  if (file === "-" && options.tokenStdin === true)
    throw bad("--token-stdin", "both-stdin", "Answers and token cannot both come from standard input.", TOKEN_HINT);
  const answers = readAnswers(file);
  const order = orderOf(options);
  const site = siteOf(order.forge, options.baseUrl as string | undefined);
  const planned = good(planPush(render(answers), order, { report: options.report === true }));
  if (options.dryRun === true) return tellPlan(site, planned, options);
  const token = options.tokenStdin === true ? readFileSync(0, "utf8").trim() : pushEnvironment().PLUMBLINE_PUSH_TOKEN;
  if (!token) throw bad("token", "no-token", "There is no token to push with.", TOKEN_HINT);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const pushed = good(await pushDesign(planned, { site, token, signal: stop.signal }, tell));
  if (options.json) json(pushed);
  else tellArrived(pushed);
  return EXIT.done;
}

const TOKEN_HINT =
  "Set PLUMBLINE_PUSH_TOKEN, or pipe it in with --token-stdin; a token never stands in a command line.";

const bad = (path: string, code: string, message: string, hint: string): BadInput =>
  new BadInput([{ path, code, message, hint }]);

function orderOf({ forge, repo, branch, public: open, history }: Options): PushOrder {
  if (typeof repo !== "string")
    throw bad(
      "--repo",
      "missing",
      "Say where the repository goes.",
      "Use --repo OWNER/NAME, or --repo NAME for your own.",
    );
  const slash = repo.lastIndexOf("/");
  const order: PushOrder = {
    forge: forge as ForgeId,
    into: branch === undefined ? "new" : "branch",
    owner: repo.slice(0, Math.max(slash, 0)),
    name: repo.slice(slash + 1),
    visibility: open === true ? "public" : "private",
    branch: String(branch ?? ""),
    history: history as PushOrder["history"],
  };
  if (order.history === "tasks" && !FORGES[order.forge].perTask)
    throw bad(
      "--history",
      "one-commit",
      "GitLab moves the branch with each commit, so it would show half of it.",
      "Leave --history out, or push a zip of render --git yourself.",
    );
  return order;
}

/** A token goes where the operator or this command line says, and in the clear only to this machine. */
function siteOf(forge: ForgeId, named: string | undefined): string {
  const { PLUMBLINE_GITHUB_URL, PLUMBLINE_GITLAB_URL } = pushEnvironment();
  const site = named ?? (forge === "github" ? PLUMBLINE_GITHUB_URL : PLUMBLINE_GITLAB_URL);
  const { protocol, hostname, username, search, hash } = URL.canParse(site) ? new URL(site) : NOWHERE;
  const near = ["localhost", "127.0.0.1"].includes(hostname);
  if (username || search || hash || !(protocol === "https:" || (protocol === "http:" && near)))
    throw bad(
      "--base-url",
      "bad-address",
      "This is not the address of a forge.",
      "Write it like https://github.example.org.",
    );
  return site.replace(/\/+$/, "");
}

const NOWHERE = { protocol: "", hostname: "", username: "", search: "", hash: "" };

/** The words of the form, said for a command line. */
const OPTION: Record<string, string> = { owner: "--repo", name: "--repo", branch: "--branch" };

function good<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const problems = result.error.map((problem) => ({ ...problem, path: OPTION[problem.path] ?? problem.path }));
  const [first] = problems as [Problem];
  // What is not the person's doing ends like any other trouble of this machine.
  if (first.path === "forge") throw new CannotRun({ ...first, hint: CONTINUE });
  throw new BadInput(problems);
}

const CONTINUE = "Type the same command again: what has arrived is found, and nothing is made twice.";

/** Who signs is known when the forge has said whose token it is; how many commits there are does not depend on it. */
const NOBODY = { name: "", mail: "" };

function tellPlan(site: string, { order, paths, commits: made }: PlannedPush, { json: asJson }: Options): ExitCode {
  const commits = made(NOBODY).length;
  if (asJson) json({ site, order, commits, paths });
  else {
    for (const path of paths) data(path);
    const into = order.into === "new" ? `a new ${order.visibility} repository` : `the branch ${order.branch}`;
    const place = `${site}/${order.owner || "(your account)"}/${order.name}`;
    talk(
      `Would push ${paths.length} files in ${commits === 1 ? "one commit" : `${commits} commits`} into ${into}: ${place}`,
    );
  }
  return EXIT.done;
}

function tell(news: PushNews): void {
  if (news.kind === "step") talk(`${PUSH_STEPS[news.step]} ...`);
  else if (news.kind === "wait") talk(`  asked to wait ${news.seconds} seconds`);
  else talk(`  ${news.done} of ${news.of} commits are there`);
}

function tellArrived({ repository, request, commit, unchanged }: Arrived): void {
  if (unchanged) talk("Everything stood there already; nothing was sent.");
  data(request ?? repository);
  talk(`At commit ${commit}.`);
}
