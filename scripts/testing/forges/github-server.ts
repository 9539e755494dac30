import { rmSync } from "node:fs";
import { type Answer, type Asked, type ForgeServer, type Route, serveForge } from "./forge-server.ts";
import { GitStore, storeFolder } from "./git-store.ts";
import { DEFAULT_BRANCH, DOCS, type GitHubRepository, gitRoutes, NOT_FOUND, says, type Token } from "./github-git.ts";
import { graphqlRoute } from "./github-graphql.ts";

export interface GitHubServer extends ForgeServer {
  tokens: Map<string, Token>;
  organisations: Set<string>;
  repositories: Map<string, GitHubRepository>;
  /** Sign-ins by device: what the person does on the page of the forge. */
  device: { state: "pending" | "granted" | "denied" | "expired"; token: string; asked: number };
  add(owner: string, name: string): GitHubRepository;
}

export const FULL_TOKEN: Token = { login: "ada", may: ["administration", "contents", "workflows", "pull_requests"] };
/** A local GitHub (Enterprise) that speaks the parts of the API a delivery needs, shapes, statuses and headers as there. */
export async function gitHubServer(): Promise<GitHubServer> {
  const folder = storeFolder();
  const tokens = new Map<string, Token>([["github_pat_good", FULL_TOKEN]]);
  const organisations = new Set(["clinic-org"]);
  const repositories = new Map<string, GitHubRepository>();
  const device: GitHubServer["device"] = { state: "pending", token: "ghu_device", asked: 0 };
  let used = 0;

  const tokenOf = ({ headers }: Asked) =>
    tokens.get(/^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "");
  const lacks = (asked: Asked, need: Token["may"][number]): Answer | null =>
    tokenOf(asked)?.may.includes(need)
      ? null
      : {
          ...says(403, "Resource not accessible by personal access token"),
          headers: { "x-accepted-github-permissions": `${need}=write` },
        };
  const add = (owner: string, name: string): GitHubRepository => {
    const store = new GitStore(folder, DEFAULT_BRANCH);
    const made = { owner, name, description: "", private: true, store, pulls: [] };
    repositories.set(`${owner}/${name}`.toLowerCase(), made);
    return made;
  };
  const at = (owner: string | undefined, name: string | undefined) =>
    repositories.get(`${owner}/${name}`.toLowerCase());
  const shape = (one: GitHubRepository) => ({
    id: 1,
    name: one.name,
    full_name: `${one.owner}/${one.name}`,
    private: one.private,
    owner: { login: one.owner, id: 1 },
    html_url: `${forge.url}/${one.owner}/${one.name}`,
    description: one.description || null,
    default_branch: DEFAULT_BRANCH,
  });
  const create = (asked: Asked, owner: string): Answer => {
    const {
      name,
      description,
      private: hidden,
    } = asked.body as { name: string; description: string; private: boolean };
    const denied = lacks(asked, "administration");
    if (denied) return denied;
    if (at(owner, name))
      return says(422, "Repository creation failed.", {
        errors: [
          { resource: "Repository", code: "custom", field: "name", message: "name already exists on this account" },
        ],
      });
    return { status: 201, body: shape(Object.assign(add(owner, name), { description, private: hidden })) };
  };
  const pull = (one: GitHubRepository, asked: Asked): Answer => {
    const denied = lacks(asked, "pull_requests");
    if (denied) return denied;
    const { title, body, head, base } = asked.body as { title: string; body: string; head: string; base: string };
    const failed = (message: string) =>
      says(422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message }] });
    if (one.pulls.some((pull) => pull.head === head && pull.state === "open"))
      return failed(`A pull request already exists for ${one.owner}:${head}.`);
    if (one.store.tip(head) === one.store.tip(base)) return failed(`No commits between ${base} and ${head}`);
    one.pulls.push({ number: one.pulls.length + 1, head, base, title, body, state: "open" });
    return { status: 201, body: pullShape(one, one.pulls.at(-1) as (typeof one.pulls)[number]) };
  };
  /** A route inside a repository that exists. */
  const inside = (
    method: string,
    rest: string,
    act: (one: GitHubRepository, asked: Asked, part: string) => Answer,
  ): Route => [
    method,
    new RegExp(`^/repos/([^/]+)/([^/]+)${rest}$`),
    (asked, [owner, name, part]) => {
      const one = at(owner, name);
      return one ? act(one, asked, part ?? "") : NOT_FOUND;
    },
  ];

  const routes: Route[] = [
    [
      "GET",
      /^\/user$/,
      (asked) => ({ status: 200, body: { id: 583231, login: tokenOf(asked)?.login, name: "Ada Byron", type: "User" } }),
    ],
    ["POST", /^\/user\/repos$/, (asked) => create(asked, tokenOf(asked)?.login ?? "")],
    [
      "POST",
      /^\/orgs\/([^/]+)\/repos$/,
      (asked, [org]) => (organisations.has(org ?? "") ? create(asked, org as string) : NOT_FOUND),
    ],
    // What GitHub's own program asks first: which token this is, and whose account a name is.
    ["GET", /^\/$/, () => ({ status: 200, body: { current_user_url: `${forge.url}/api/v3/user` } })],
    [
      "GET",
      /^\/users\/([^/]+)$/,
      (_, [login = ""]) => {
        const type = organisations.has(login) ? "Organization" : login === "ada" ? "User" : null;
        return type ? { status: 200, body: { login, type, id: 1, node_id: `node-${login}` } } : NOT_FOUND;
      },
    ],
    graphqlRoute({
      login: (asked) => tokenOf(asked)?.login ?? "",
      at,
      create,
      pull,
      url: (one) => shape(one).html_url,
    }),
    inside("GET", "", (one) => ({ status: 200, body: shape(one) })),
    inside("PATCH", "", (one, asked) => {
      const denied = lacks(asked, "administration");
      if (denied) return denied;
      one.description = String(asked.body.description);
      return { status: 200, body: shape(one) };
    }),
    ...gitRoutes({ inside, lacks }),
    inside("GET", "/pulls", (one, { query }) => {
      const open = one.pulls.filter(
        ({ head, state }) => `${one.owner}:${head}` === query.get("head") && state === query.get("state"),
      );
      return { status: 200, body: open.map((pull) => pullShape(one, pull)) };
    }),
    inside("POST", "/pulls", pull),
    [
      "POST",
      /^\/login\/device\/code$/,
      () => ({
        status: 200,
        body: {
          device_code: "d3v1c3",
          user_code: "WDJB-MJHT",
          verification_uri: `${forge.url}/login/device`,
          expires_in: 899,
          interval: 0,
        },
      }),
    ],
    [
      "POST",
      /^\/login\/oauth\/access_token$/,
      () => {
        device.asked++;
        const errors = { pending: "authorization_pending", denied: "access_denied", expired: "expired_token" };
        if (device.state !== "granted")
          return { status: 200, body: { error: errors[device.state], error_description: "…", error_uri: DOCS } };
        tokens.set(device.token, FULL_TOKEN);
        return { status: 200, body: { access_token: device.token, token_type: "bearer", scope: "" } };
      },
    ],
  ];
  const pullShape = (one: GitHubRepository, { number, ...pull }: GitHubRepository["pulls"][number]) => ({
    number,
    ...pull,
    html_url: `${forge.url}/${one.owner}/${one.name}/pull/${number}`,
  });

  const server = await serveForge({
    prefix: "/api/v3",
    routes,
    notFound: NOT_FOUND,
    slowDown: {
      ...says(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
      headers: { "retry-after": "3" },
    },
    authorise: (asked) => (asked.path.startsWith("/login/") || tokenOf(asked) ? null : says(401, "Bad credentials")),
    headers: () => ({
      "x-github-media-type": "github.v3; format=json",
      "x-github-request-id": `F00D:${++used}`,
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": String(5000 - used),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
    }),
  });
  const forge: GitHubServer = Object.assign(server, { tokens, organisations, repositories, device, add });
  const close = server.close;
  forge.close = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return forge;
}
