import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import type { GitStore } from "./git-store.ts";
import { gitHubServer } from "./github-server.ts";
import { gitLabServer } from "./gitlab-server.ts";
import { openFront } from "./https-front.ts";

const TOKENS = { github: "github_pat_good", gitlab: "glpat-good" } as const;

export interface Typing {
  shell?: "bash" | "zsh";
  /** Whether the machine is online and knows who commits; both unless told otherwise. */
  ready?: boolean;
}

/** A folder where somebody types the commands of a push, on a machine of its own, before a forge under its real name. */
export interface Desk {
  folder: string;
  /** Types one command; whether it succeeded, and everything it said. */
  type(command: string, typing?: Typing): Promise<{ ok: boolean; said: string }>;
  /** Makes a repository that holds nothing, as in the browser. */
  add(owner: string, name: string): GitStore;
  repositories(): { path: string; store: GitStore; hidden: boolean; requests: number }[];
  close(): Promise<void>;
}

/**
 * Opens a desk; programs sign in with `auth login` as they are told.
 * @param gitKnows whether git knows the token by itself, not only through `gh`
 */
export async function openDesk(forge: PushOrder["forge"], site: string, gitKnows: boolean): Promise<Desk> {
  const { hostname } = new URL(site);
  const github = forge === "github" ? await gitHubServer() : null;
  const gitlab = forge === "gitlab" ? await gitLabServer() : null;
  const server = github ?? gitlab!;
  const add = (owner: string, name: string) => (github ?? gitlab)!.add(owner, name).store;
  const token = TOKENS[forge];
  const store = (path: string, given: string): GitStore | null => {
    if (given !== token) return null;
    const found = github ? github.repositories.get(path) : gitlab?.projects.get(path);
    if (found || github) return found?.store ?? null;
    // GitLab makes a project of the first push to its address.
    const [, owner, name] = /^(.+)\/([^/]+)$/.exec(path) ?? [];
    return owner && name ? add(owner, name) : null;
  };
  const front = await openFront({ forge: server, hosts: [hostname, `api.${hostname}`], store });
  const folder = mkdtempSync(join(tmpdir(), "plumbline-desk-"));
  for (const each of ["home", "downloads"]) mkdirSync(join(folder, each));
  writeFileSync(join(folder, "token"), token);
  const config = [
    ...(gitKnows ? [["credential.helper", `!f() { echo username=somebody; echo "password=${token}"; }; f`]] : []),
    ["user.useConfigOnly", "true"],
    // A rule of the person's own that would hide delivered files.
    ["core.excludesFile", join(folder, "ignored")],
  ];
  writeFileSync(join(folder, "ignored"), ".env*\n.github\n*.toml\n");
  const env = {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(config.map(([key], index) => [`GIT_CONFIG_KEY_${index}`, key])),
    ...Object.fromEntries(config.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value])),
    GH_NO_UPDATE_NOTIFIER: "1",
    ...front.env,
  };
  const ada = { GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" };
  const identity = { ...ada, GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" };
  const unready = { HTTPS_PROXY: "http://127.0.0.1:9" };
  return {
    folder: join(folder, "downloads"),
    add,
    repositories: () => [
      ...[...(github?.repositories.values() ?? [])].map(({ owner, name, store, pulls, ...one }) => ({
        path: `${owner}/${name}`,
        store,
        hidden: one.private,
        requests: pulls.length,
      })),
      ...[...(gitlab?.projects.values() ?? [])].map(({ owner, path, store, visibility, requests }) => ({
        path: `${owner}/${path}`,
        store,
        hidden: visibility === "private",
        requests: requests.length,
      })),
    ],
    type(command, { shell = "bash", ready = true } = {}) {
      const signingIn = command.replace(
        /(gh|glab) auth login\S*(?: --hostname \S+)?/,
        (login, name) => `${login} ${name === "gh" ? "--with-token" : "--stdin"} <../token`,
      );
      // Asynchronously: the forge answers in this process.
      return new Promise((done) => {
        execFile(
          shell,
          ["-c", `{ ${signingIn}\n} 2>&1`],
          {
            cwd: join(folder, "downloads"),
            env: { ...env, ...(ready ? identity : unready) } as unknown as NodeJS.ProcessEnv,
          },
          (error, said) => done({ ok: error === null, said }),
        ).stdin?.end();
      });
    },
    async close() {
      await Promise.all([front.close(), server.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
