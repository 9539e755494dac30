import type { Answer, Asked, Route } from "./forge-server.ts";
import { DEFAULT_BRANCH, type GitHubRepository } from "./github-git.ts";

interface Site {
  login(asked: Asked): string;
  at(owner: string, name: string): GitHubRepository | undefined;
  url(one: GitHubRepository): string;
  create(asked: Asked, owner: string): Answer;
  pull(one: GitHubRepository, asked: Asked): Answer;
}

const data = (value: object): Answer => ({ status: 200, body: { data: value } });
/** GraphQL says no with status 200. */
const failed = (type: string, path: string, message: string): Answer => ({
  status: 200,
  body: { data: { [path]: null }, errors: [{ type, path: [path], message }] },
});

type Variables = Record<string, string> & { input: Record<string, string> };

/** The queries that GitHub's own program sends for the commands of a delivery, by their names; it asks for no other. */
export const graphqlRoute = (site: Site): Route => [
  "POST",
  /^\/?(?:api\/)?graphql$/,
  (asked) => {
    const { query, variables } = asked.body as unknown as { query: string; variables: Variables };
    const name = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? "";
    const act = OPERATIONS[name];
    return act ? act(site, asked, variables) : failed("undefinedField", name, `Nobody taught this server: ${query}`);
  },
];

const OPERATIONS: Record<string, (site: Site, asked: Asked, variables: Variables) => Answer> = {
  UserCurrent: (site, asked) => data({ viewer: { login: site.login(asked) } }),
  RepositoryCreate(site, asked, { input }) {
    const { ownerId, name = "", visibility, description = "" } = input;
    const owner = ownerId?.replace(/^node-/, "") ?? site.login(asked);
    const made = site.create({ ...asked, body: { name, description, private: visibility === "PRIVATE" } }, owner);
    if (made.status !== 201) return failed("UNPROCESSABLE", "createRepository", "Name already exists on this account");
    return data({ createRepository: { repository: shape(site, site.at(owner, name) as GitHubRepository) } });
  },
  RepositoryInfo(site, _, { owner = "", name = "" }) {
    const one = site.at(owner, name);
    const missing = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
    return one ? data({ repository: shape(site, one) }) : failed("NOT_FOUND", "repository", missing);
  },
  PullRequestForBranch(site, _, { owner = "", repo = "", headRefName }) {
    const one = site.at(owner, repo) as GitHubRepository;
    const open = one.pulls.filter(({ head, state }) => head === headRefName && state === "open");
    const nodes = open.map(({ number, head, base }) => ({
      id: `pull-${number}`,
      number,
      url: `${site.url(one)}/pull/${number}`,
      state: "OPEN",
      headRefName: head,
      baseRefName: base,
      isCrossRepository: false,
      headRepositoryOwner: { id: `node-${owner}`, login: owner },
    }));
    return data({ repository: { pullRequests: { nodes }, defaultBranchRef: { name: DEFAULT_BRANCH } } });
  },
  PullRequestCreate(site, asked, { input }) {
    const { repositoryId = "", title, body, headRefName, baseRefName } = input;
    const [owner = "", name = ""] = repositoryId.replace(/^node-/, "").split("/");
    const one = site.at(owner, name) as GitHubRepository;
    const made = site.pull(one, { ...asked, body: { title, body, head: headRefName, base: baseRefName } });
    if (made.status !== 201) return failed("UNPROCESSABLE", "createPullRequest", JSON.stringify(made.body));
    const { number, html_url } = made.body as { number: number; html_url: string };
    return data({ createPullRequest: { pullRequest: { id: `pull-${number}`, url: html_url } } });
  },
};

const shape = (site: Site, one: GitHubRepository) => ({
  id: `node-${one.owner}/${one.name}`,
  name: one.name,
  owner: { id: `node-${one.owner}`, login: one.owner },
  url: site.url(one),
  isPrivate: one.private,
  defaultBranchRef: one.store.isEmpty ? null : { name: DEFAULT_BRANCH },
  viewerPermission: "ADMIN",
});
