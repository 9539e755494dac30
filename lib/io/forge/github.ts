import { z } from "zod";
import type { DeliveryCommit, Signature } from "#lib/core/delivery/commits.ts";
import { type CommitOrder, type Forge, type ForgeRepository, gitMode, type Tip } from "./forge.ts";
import { ForgeRefusal, orNull } from "./refusal.ts";
import type { Call } from "./rest.ts";

/** Entries of one tree request; more are sent in further ones, each on top of the last. */
const ENTRIES = 100;
const ENTRY_CHARACTERS = 1_000_000;

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const user = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const repositoryShape = z
  .object({
    name: z.string(),
    owner: z.object({ login: z.string() }),
    html_url: z.url(),
    description: z.string().nullish(),
    default_branch: z.string(),
  })
  .transform(
    ({ name, owner, html_url, description, default_branch }): ForgeRepository => ({
      owner: owner.login,
      name,
      url: html_url,
      description: description ?? "",
      defaultBranch: default_branch,
    }),
  );
const ref = z.object({ object: z.object({ sha }) });
const tree = z.object({
  sha,
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha })),
});
const made = z.object({ sha });
const committed = z.object({ commit: made });
const pulls = z.array(z.object({ html_url: z.url() }));

const REPOSITORY = "/repos/{owner}/{repo}";

/** GitHub, and GitHub Enterprise, through the Git data API: objects first, the ref last, never by force. */
export function gitHub(call: Call): Forge {
  return {
    async account() {
      const { id, login, name } = await call(user, "GET /user");
      // The address that GitHub links with the account without telling anyone's mail.
      return { login, signature: { name: name || login, mail: `${id}+${login}@users.noreply.github.com` } };
    },

    find: (owner, repo) => orNull(call(repositoryShape, `GET ${REPOSITORY}`, { owner, repo }), 404),

    create: ({ owner, own, name, visibility, description }) =>
      orNull(
        call(repositoryShape, own ? "POST /user/repos" : "POST /orgs/{org}/repos", {
          ...(own ? {} : { org: owner }),
          name,
          description,
          private: visibility === "private",
          auto_init: false,
        }),
        422,
      ),

    async tip(repository, branch) {
      // 409 is what an empty repository answers.
      const at = await orNull(
        call(ref, `GET ${REPOSITORY}/git/ref/{ref}`, { ...id(repository), ref: `heads/${branch}` }),
        404,
        409,
      );
      return at && tipOf(call, repository, at.object.sha);
    },

    async commit(repository, order) {
      if (order.onto)
        return onTop(call, repository, { ...order, onto: order.onto.tip }, order.onto.branch === order.branch);
      const [first, ...rest] = order.commits as [DeliveryCommit, ...DeliveryCommit[]];
      const commit = await begin(call, repository, first);
      order.arrived(1);
      if (rest.length === 0) return commit;
      const onto = await tipOf(call, repository, commit);
      return onTop(
        call,
        repository,
        { ...order, onto, commits: rest, arrived: (done) => order.arrived(done + 1) },
        true,
      );
    },

    async describe(repository, description) {
      await call(repositoryShape, `PATCH ${REPOSITORY}`, { ...id(repository), description });
    },

    async request(repository, { branch, into, title, body }) {
      const head = `${repository.owner}:${branch}`;
      const open = await call(pulls, `GET ${REPOSITORY}/pulls`, { ...id(repository), head, state: "open" });
      if (open[0]) return open[0].html_url;
      const opened = await call(z.object({ html_url: z.url() }), `POST ${REPOSITORY}/pulls`, {
        ...id(repository),
        title,
        body,
        head: branch,
        base: into,
      });
      return opened.html_url;
    },
  };
}

const id = ({ owner, name }: ForgeRepository) => ({ owner, repo: name });

async function tipOf(call: Call, repository: ForgeRepository, commit: string): Promise<Tip> {
  const found = await call(tree, `GET ${REPOSITORY}/git/trees/{tree_sha}`, {
    ...id(repository),
    tree_sha: commit,
    recursive: "1",
  });
  if (found.truncated)
    throw new ForgeRefusal(
      "name",
      "too-large",
      "This repository holds more files than GitHub lists at once.",
      "Push with git instead; the commands stand below.",
    );
  const blobs = found.tree.filter(({ type }) => type === "blob");
  return { commit, files: new Map(blobs.map((entry) => [entry.path, `${entry.mode} ${entry.sha}`])) };
}

const person = ({ name, mail }: Signature, at: number) => ({
  name,
  email: mail,
  date: new Date(at * 1000).toISOString().replace(".000", ""),
});
const signed = ({ author, at }: DeliveryCommit) => ({ author: person(author, at), committer: person(author, at) });

/** The first commit of an empty repository, which takes no git objects yet: one file, through the contents API. */
async function begin(call: Call, repository: ForgeRepository, first: DeliveryCommit): Promise<string> {
  const [file, ...more] = first.files;
  if (!file || more.length > 0) throw new Error("A history on GitHub begins with a commit of one file.");
  const { commit } = await call(committed, `PUT ${REPOSITORY}/contents/{+path}`, {
    ...id(repository),
    path: file.path,
    message: first.message,
    content: Buffer.from(file.text).toString("base64"),
    ...signed(first),
  });
  return commit.sha;
}

type OnTop = Omit<CommitOrder, "onto"> & { onto: Tip };

async function onTop(
  call: Call,
  repository: ForgeRepository,
  { branch, onto, commits, arrived }: OnTop,
  exists: boolean,
): Promise<string> {
  // The API takes a commit's id where it wants that of its tree.
  let under = onto.commit;
  let parent = onto.commit;
  for (const [index, commit] of commits.entries()) {
    for (const batch of batches(commit)) {
      const { sha: next } = await call(made, `POST ${REPOSITORY}/git/trees`, {
        ...id(repository),
        base_tree: under,
        tree: batch,
      });
      under = next;
    }
    const { message } = commit;
    const body = { message, tree: under, parents: [parent], ...signed(commit) };
    parent = (await call(made, `POST ${REPOSITORY}/git/commits`, { ...id(repository), ...body })).sha;
    arrived(index + 1);
  }
  const moved = exists
    ? call(ref, `PATCH ${REPOSITORY}/git/refs/{ref}`, {
        ...id(repository),
        ref: `heads/${branch}`,
        sha: parent,
        force: false,
      })
    : call(ref, `POST ${REPOSITORY}/git/refs`, { ...id(repository), ref: `refs/heads/${branch}`, sha: parent });
  await moved;
  return parent;
}

function batches({ files }: DeliveryCommit) {
  const all: { path: string; mode: string; type: "blob"; content: string }[][] = [];
  let room = 0;
  for (const { path, text, mode } of files) {
    const batch = all.at(-1);
    const entry = { path, mode: gitMode(mode), type: "blob" as const, content: text };
    if (batch && batch.length < ENTRIES && text.length <= room) batch.push(entry);
    else {
      all.push([entry]);
      room = ENTRY_CHARACTERS;
    }
    room -= text.length;
  }
  return all;
}
