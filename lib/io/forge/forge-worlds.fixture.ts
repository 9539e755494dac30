import type { DeliveryCommit, Signature } from "#lib/core/delivery/commits.ts";
import { pushCommits } from "#lib/core/delivery/push-commits.ts";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";
import { ANSWERS_PATH } from "#lib/core/delivery/repository.ts";
import type { Result } from "#lib/core/result.ts";
import type { ForgeServer } from "../../../scripts/testing/forges/forge-server.ts";
import type { GitStore } from "../../../scripts/testing/forges/git-store.ts";
import { gitHubServer } from "../../../scripts/testing/forges/github-server.ts";
import { gitLabServer } from "../../../scripts/testing/forges/gitlab-server.ts";
import { openForge } from "./open-forge.ts";
import { type Arrived, type PushNews, pushTo } from "./push.ts";
import type { Patience } from "./rest.ts";

const file = (path: string, text: string, mode: DeliveredFile["mode"] = 0o644): DeliveredFile => ({ path, text, mode });

/** Files with what is easily lost on the way: modes, other alphabets, no line break at the end, odd names, emptiness. */
export const FILES: readonly DeliveredFile[] = [
  file(".github/workflows/ci.yml", "on: push\n"),
  file(ANSWERS_PATH, '{"plumbline":1}\n'),
  file("README.md", "# Clinic 診療所 🩺\n\r\n"),
  file("docs/a b+c@d.md", "no line break"),
  file("scripts/run.sh", "#!/bin/sh\nexit 0\n", 0o755),
  file("src/clinic/__init__.py", ""),
];

const AT = 1_700_000_000;

/** One commit for each file, in order, as a delivery has them. */
export const commitsOf =
  (files: readonly DeliveredFile[], order: PushOrder) =>
  (owner: Signature): DeliveryCommit[] => {
    const each = files.map((one, index) => ({
      message: `feat: ${one.path}\n`,
      author: owner,
      at: AT + index,
      files: [one],
    }));
    return pushCommits(each, order, { name: order.name, owner });
  };

export const ORDER: PushOrder = {
  forge: "github",
  into: "new",
  owner: "",
  name: "clinic-booking",
  visibility: "private",
  branch: "plumbline/delivery",
  history: "one",
};

/** Patient enough for a busy machine, and no more. */
export const HASTY: Patience = { timeoutMs: 15_000, betweenWritesMs: 0, retries: 0, secondMs: 0 };

/** A forge of its own for one test, with what a person would see there. */
export interface World {
  server: ForgeServer;
  push(change?: {
    order?: Partial<PushOrder>;
    files?: readonly DeliveredFile[];
    token?: string;
    key?: string;
    patience?: Partial<Patience>;
    tell?(news: PushNews): void;
  }): Promise<Result<Arrived>>;
  repositories(): { name: string; description: string; store: GitStore; requests: number }[];
  add(owner: string, name: string): GitStore;
}

const TOKENS = { github: "github_pat_good", gitlab: "glpat-good" } as const;

export async function openWorld(forge: PushOrder["forge"]): Promise<World> {
  const github = forge === "github" ? await gitHubServer() : null;
  const gitlab = forge === "gitlab" ? await gitLabServer() : null;
  const server = (github ?? gitlab) as ForgeServer;
  return {
    server,
    add: (owner, name) => ((github ?? gitlab) as NonNullable<typeof github | typeof gitlab>).add(owner, name).store,
    repositories: () => [
      ...[...(github?.repositories.values() ?? [])].map(({ pulls, ...one }) => ({ ...one, requests: pulls.length })),
      ...[...(gitlab?.projects.values() ?? [])].map(({ requests, path, ...one }) => ({
        ...one,
        name: path,
        requests: requests.length,
      })),
    ],
    push({ order, files = FILES, token = TOKENS[forge], key = "k1", patience, tell = () => {} } = {}) {
      const asked = { ...ORDER, forge, ...order };
      const opened = openForge({
        forge,
        token,
        workflows: true,
        site: server.url,
        signal: new AbortController().signal,
        patience: { ...HASTY, ...patience },
        waits: (seconds) => tell({ kind: "wait", seconds }),
      });
      return pushTo({
        forge: opened,
        order: asked,
        key,
        description: "Books slots",
        workflows: true,
        commits: commitsOf(files, asked),
        tell,
      });
    },
  };
}
