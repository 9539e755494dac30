import { rmSync } from "node:fs";
import { type Answer, type Asked, type ForgeServer, type Route, serveForge } from "./forge-server.ts";
import { type Entry, GitStore, storeFolder } from "./git-store.ts";

export interface GitLabProject {
  id: number;
  owner: string;
  path: string;
  description: string;
  visibility: string;
  store: GitStore;
  requests: { iid: number; source_branch: string; target_branch: string; title: string; state: "opened" }[];
}

export interface GitLabServer extends ForgeServer {
  tokens: Map<string, { username: string; name: string }>;
  groups: Map<string, number>;
  projects: Map<string, GitLabProject>;
  add(owner: string, path: string): GitLabProject;
}

interface Action {
  action: "create" | "update" | "chmod";
  file_path: string;
  content?: string;
  execute_filemode?: boolean;
}

const says = (status: number, message: unknown): Answer => ({ status, body: { message } });

/** A local GitLab that speaks the parts of the API a delivery needs, shapes, statuses and headers as there. */
export async function gitLabServer(): Promise<GitLabServer> {
  const folder = storeFolder();
  const tokens = new Map([["glpat-good", { username: "grace", name: "Grace Hopper" }]]);
  const groups = new Map([["clinic/platform", 7]]);
  const projects = new Map<string, GitLabProject>();
  const userOf = ({ headers }: Asked) =>
    tokens.get(String(headers["private-token"] ?? /^bearer (.+)$/i.exec(headers.authorization ?? "")?.[1]));

  const add = (owner: string, path: string): GitLabProject => {
    const store = new GitStore(folder, "main");
    const made = { id: projects.size + 1, owner, path, description: "", visibility: "private", store, requests: [] };
    projects.set(`${owner}/${path}`, made);
    return made;
  };
  const shape = (one: GitLabProject) => ({
    id: one.id,
    path: one.path,
    name: one.path,
    path_with_namespace: `${one.owner}/${one.path}`,
    namespace: { id: 1, full_path: one.owner },
    web_url: `${forge.url}/${one.owner}/${one.path}`,
    http_url_to_repo: `${forge.url}/${one.owner}/${one.path}.git`,
    ssh_url_to_repo: `git@${new URL(forge.url).hostname}:${one.owner}/${one.path}.git`,
    description: one.description || null,
    visibility: one.visibility,
    default_branch: one.store.isEmpty ? null : "main",
    empty_repo: one.store.isEmpty,
    merge_requests_enabled: true,
    merge_requests_access_level: "enabled",
    permissions: { project_access: { access_level: 40, notification_level: 3 }, group_access: null },
  });
  const inside = (
    method: string,
    rest: string,
    act: (one: GitLabProject, asked: Asked, part: string) => Answer,
  ): Route => [
    method,
    new RegExp(`^/projects/([^/]+)${rest}$`),
    (asked, [id, part]) => {
      const one = projects.get(id ?? "");
      return one ? act(one, asked, part ?? "") : says(404, "404 Project Not Found");
    },
  ];
  const commit = ({ store }: GitLabProject, { body }: Asked, user: { name: string }): Answer => {
    const { branch, start_branch, commit_message, actions } = body as {
      branch: string;
      start_branch?: string;
      commit_message: string;
      actions: Action[];
    };
    const own = store.tip(branch);
    if (start_branch && own)
      return says(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
    const parent = start_branch ? store.tip(start_branch) : own;
    if (!parent && !store.isEmpty) return says(400, "You can only create or edit files when you are on a branch");
    const files = new Map(parent ? store.files(parent).map((file) => [file.path, file.mode]) : []);
    const entries = new Map<string, Entry>();
    for (const { action, file_path, content, execute_filemode } of actions) {
      if (action === "create" && files.has(file_path)) return says(400, "A file with this name already exists");
      if (action !== "create" && !files.has(file_path)) return says(400, "A file with this name doesn't exist");
      const mode = action === "chmod" ? (execute_filemode ? "100755" : "100644") : (files.get(file_path) ?? "100644");
      files.set(file_path, mode);
      const before =
        entries.get(file_path)?.content ??
        (parent && action === "chmod" ? store.run(["show", `${parent}:${file_path}`]) : "");
      entries.set(file_path, { path: file_path, mode, content: content ?? before });
    }
    const author = { name: user.name, email: "grace@example.org", date: new Date().toISOString() };
    const tree = store.tree(parent, [...entries.values()]);
    const id = store.commit({
      message: commit_message,
      tree,
      parents: parent ? [parent] : [],
      author,
      committer: author,
    });
    store.moveBranch(branch, id);
    return {
      status: 201,
      body: { id, short_id: id.slice(0, 8), title: commit_message.split("\n")[0], parent_ids: parent ? [parent] : [] },
    };
  };

  const routes: Route[] = [
    ["GET", /^\/user$/, (asked) => ({ status: 200, body: { id: 1, ...userOf(asked) } })],
    [
      "GET",
      /^\/namespaces\/([^/]+)$/,
      (_, [path]) => {
        const id = groups.get(path ?? "");
        return id
          ? { status: 200, body: { id, full_path: path, kind: "group" } }
          : says(404, "404 Namespace Not Found");
      },
    ],
    [
      "POST",
      /^\/projects$/,
      (asked) => {
        const { path, visibility, description, namespace_id } = asked.body as Record<string, string> & {
          namespace_id?: number;
        };
        const group = [...groups].find(([, id]) => id === namespace_id)?.[0];
        const owner = group ?? userOf(asked)?.username ?? "";
        if (projects.has(`${owner}/${path}`))
          return says(400, {
            name: ["has already been taken"],
            path: ["has already been taken"],
            project_namespace: [],
          });
        return { status: 201, body: shape(Object.assign(add(owner, path as string), { visibility, description })) };
      },
    ],
    inside("GET", "", (one) => ({ status: 200, body: shape(one) })),
    inside("PUT", "", (one, { body }) => ({
      status: 200,
      body: shape(Object.assign(one, { description: String(body.description) })),
    })),
    inside("GET", "/repository/branches/([^/]+)", ({ store }, _, branch) => {
      const id = store.tip(branch);
      return id
        ? { status: 200, body: { name: branch, commit: { id }, protected: branch === "main" } }
        : says(404, "404 Branch Not Found");
    }),
    inside("GET", "/repository/tree", ({ store }, { query }) => {
      const ref = query.get("ref") ?? "main";
      if (!store.ask(["rev-parse", "--verify", "--quiet", `${ref}^{tree}`])) return says(404, "404 Tree Not Found");
      const all = store.files(ref).map((file) => ({ ...file, name: file.path.split("/").at(-1) }));
      const size = Number(query.get("per_page") ?? 20);
      const page = Number(query.get("page") ?? 1);
      const last = page * size >= all.length;
      return {
        status: 200,
        body: all.slice((page - 1) * size, page * size),
        headers: {
          "x-page": String(page),
          "x-per-page": String(size),
          "x-total": String(all.length),
          "x-next-page": last ? "" : String(page + 1),
        },
      };
    }),
    inside("POST", "/repository/commits", (one, asked) => commit(one, asked, userOf(asked) as { name: string })),
    inside("GET", "/merge_requests", (one, { query }) => {
      const open = one.requests.filter(
        ({ source_branch, state }) => source_branch === query.get("source_branch") && state === query.get("state"),
      );
      return { status: 200, body: open.map((request) => requestShape(one, request)) };
    }),
    inside("POST", "/merge_requests", (one, { body }) => {
      const { source_branch, target_branch, title } = body as Record<string, string>;
      if (one.requests.some((request) => request.source_branch === source_branch))
        return says(409, ["Another open merge request already exists for this source branch: !1"]);
      const made = {
        iid: one.requests.length + 1,
        source_branch,
        target_branch,
        title,
        state: "opened",
      } as GitLabProject["requests"][number];
      one.requests.push(made);
      return { status: 201, body: requestShape(one, made) };
    }),
  ];
  const requestShape = (one: GitLabProject, request: GitLabProject["requests"][number]) => ({
    ...request,
    web_url: `${forge.url}/${one.owner}/${one.path}/-/merge_requests/${request.iid}`,
  });

  const server = await serveForge({
    prefix: "/api/v4",
    routes,
    notFound: { status: 404, body: { error: "404 Not Found" } },
    slowDown: { ...says(429, "Too Many Requests"), headers: { "retry-after": "3", "ratelimit-remaining": "0" } },
    authorise: (asked) => (userOf(asked) ? null : says(401, "401 Unauthorized")),
    headers: () => ({ "x-request-id": "01F", "ratelimit-limit": "2000", "ratelimit-remaining": "1999" }),
  });
  const forge: GitLabServer = Object.assign(server, { tokens, groups, projects, add });
  const close = server.close;
  forge.close = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return forge;
}
