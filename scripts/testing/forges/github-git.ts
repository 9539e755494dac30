import type { Answer, Asked, Route } from "./forge-server.ts";
import type { Author, CommitInput, GitStore } from "./git-store.ts";

/** Someone's fine-grained token: what it may do. */
export interface Token {
  login: string;
  may: readonly ("administration" | "contents" | "workflows" | "pull_requests")[];
}

export interface GitHubRepository {
  owner: string;
  name: string;
  description: string;
  private: boolean;
  store: GitStore;
  pulls: { number: number; head: string; base: string; title: string; body: string; state: "open" | "closed" }[];
}

export const DEFAULT_BRANCH = "main";
export const DOCS = "https://docs.github.com/rest";

export const says = (status: number, message: string, more: object = {}): Answer => ({
  status,
  body: { message, ...more, documentation_url: DOCS, status: String(status) },
});
export const NOT_FOUND = says(404, "Not Found");
const EMPTY = says(409, "Git Repository is empty.");
const invalid = (message: string) => says(422, message);
const reference = (name: string, sha: string) => ({ ref: name, node_id: "R", object: { type: "commit", sha } });

interface Inside {
  /** A route inside a repository that exists. */
  inside(method: string, rest: string, act: (one: GitHubRepository, asked: Asked, part: string) => Answer): Route;
  /** The refusal of a token without this permission; null when it has it. */
  lacks(asked: Asked, need: Token["may"][number]): Answer | null;
}

/** The Git data API and the contents API of GitHub, on real repositories. */
export const gitRoutes = ({ inside, lacks }: Inside): Route[] => [
  inside("GET", "/git/ref/(.+)", ({ store }, _, part) => {
    const sha = store.tip(part.replace(/^heads\//, ""));
    if (sha) return { status: 200, body: reference(`refs/${part}`, sha) };
    return store.isEmpty ? EMPTY : NOT_FOUND;
  }),
  inside("GET", "/git/trees/(.+)", ({ store }, _, part) => {
    const sha = store.ask(["rev-parse", "--verify", "--quiet", `${part}^{tree}`]);
    if (!sha) return store.isEmpty ? EMPTY : NOT_FOUND;
    const entries = store.files(sha).map(({ id, ...entry }) => ({ ...entry, sha: id }));
    return { status: 200, body: { sha, url: `${DOCS}/tree`, tree: entries, truncated: false } };
  }),
  inside("POST", "/git/trees", ({ store }, asked) => {
    if (store.isEmpty) return EMPTY;
    const { base_tree, tree } = asked.body as {
      base_tree?: string;
      tree: { path: string; mode: string; content: string }[];
    };
    const workflow = tree.some(({ path }) => path.startsWith(".github/workflows/"));
    const denied = lacks(asked, "contents") ?? (workflow ? lacks(asked, "workflows") : null);
    if (denied) return denied;
    const sha = store.tree(base_tree ?? null, tree);
    return { status: 201, body: { sha, url: `${DOCS}/tree`, tree: store.files(sha), truncated: false } };
  }),
  inside("POST", "/git/commits", ({ store }, asked) => {
    if (store.isEmpty) return EMPTY;
    const denied = lacks(asked, "contents");
    if (denied) return denied;
    const body = asked.body as unknown as CommitInput;
    if (!store.ask(["rev-parse", "--verify", "--quiet", `${body.tree}^{tree}`]))
      return invalid("Tree SHA does not exist");
    return { status: 201, body: { sha: store.commit(body), tree: { sha: body.tree }, message: body.message } };
  }),
  inside("POST", "/git/refs", ({ store }, asked) => {
    if (store.isEmpty) return EMPTY;
    const { ref, sha } = asked.body as { ref: string; sha: string };
    const branch = ref.replace(/^refs\/heads\//, "");
    if (store.tip(branch)) return invalid("Reference already exists");
    store.moveBranch(branch, sha);
    return { status: 201, body: reference(ref, sha) };
  }),
  inside("PATCH", "/git/refs/(.+)", ({ store }, asked, part) => {
    const { sha, force } = asked.body as { sha: string; force?: boolean };
    const branch = part.replace(/^heads\//, "");
    const from = store.tip(branch);
    if (!from) return invalid("Reference does not exist");
    if (force) throw new Error("A delivery must never move a branch by force.");
    if (!store.isForward(from, sha)) return invalid("Update is not a fast forward");
    store.moveBranch(branch, sha);
    return { status: 200, body: reference(`refs/${part}`, sha) };
  }),
  inside("PUT", "/contents/(.+)", ({ store }, asked, path) => {
    const denied = lacks(asked, "contents");
    if (denied) return denied;
    const { message, content, author, committer } = asked.body as {
      message: string;
      content: string;
      author: Author;
      committer: Author;
    };
    const parent = store.tip(DEFAULT_BRANCH);
    if (parent && store.files(parent).some((file) => file.path === path))
      return invalid('Invalid request.\n\n"sha" wasn\'t supplied.');
    const tree = store.tree(parent, [{ path, mode: "100644", content: Buffer.from(content, "base64") }]);
    const sha = store.commit({ message, tree, parents: parent ? [parent] : [], author, committer });
    store.moveBranch(DEFAULT_BRANCH, sha);
    return { status: 201, body: { content: { path }, commit: { sha, message } } };
  }),
];
