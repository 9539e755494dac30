import { z } from "zod";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";
import { entryOf, type Forge, type ForgeRepository, type Tip } from "./forge.ts";
import { orNull } from "./refusal.ts";
import type { Call } from "./rest.ts";

const PAGE = 100;
/** The first branch of a new project; it becomes the default one. */
const FIRST_BRANCH = "main";

const user = z.object({ username: z.string(), name: z.string() });
const project = z
  .object({
    path: z.string(),
    namespace: z.object({ full_path: z.string() }),
    web_url: z.url(),
    description: z.string().nullish(),
    default_branch: z.string().nullish(),
  })
  .transform(
    ({ path, namespace, web_url, description, default_branch }): ForgeRepository => ({
      owner: namespace.full_path,
      name: path,
      url: web_url,
      description: description ?? "",
      defaultBranch: default_branch ?? FIRST_BRANCH,
    }),
  );
const commitShape = z.object({ id: z.string().regex(/^[0-9a-f]{40,64}$/) });
const branchShape = z.object({ commit: commitShape });
const listing = z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), id: z.string() }));
const mergeRequest = z.object({ web_url: z.url() });

const PROJECT = "/projects/{id}";

/**
 * GitLab, through its commits API: one request is one commit and moves the branch with it, so a delivery there is one
 * commit, whole or not at all. The author is the owner of the token and the time is that of the push; GitLab lets
 * nobody choose either without leave.
 */
export function gitLab(call: Call): Forge {
  return {
    async account() {
      const { username, name } = await call(user, "GET /user");
      return { login: username, signature: { name, mail: "" } };
    },

    find: (owner, name) => orNull(call(project, `GET ${PROJECT}`, { id: `${owner}/${name}` }), 404),

    async create({ owner, own, name, visibility, description }) {
      const space = own ? null : await call(z.object({ id: z.number() }), "GET /namespaces/{id}", { id: owner });
      return orNull(
        call(project, "POST /projects", {
          name,
          path: name,
          visibility,
          description,
          initialize_with_readme: false,
          ...(space ? { namespace_id: space.id } : {}),
        }),
        400,
      );
    },

    async tip(repository, branch) {
      const at = await orNull(
        call(branchShape, `GET ${PROJECT}/repository/branches/{branch}`, { ...id(repository), branch }),
        404,
      );
      return at && { commit: at.commit.id, files: await filesAt(call, repository, at.commit.id) };
    },

    async commit(repository, { branch, onto, commits, arrived }) {
      const files = new Map(commits.flatMap((commit) => commit.files).map((file) => [file.path, file]));
      const { id: commit } = await call(commitShape, `POST ${PROJECT}/repository/commits`, {
        ...id(repository),
        branch,
        ...(onto && onto.branch !== branch ? { start_branch: onto.branch } : {}),
        commit_message: commits.at(-1)?.message ?? "",
        actions: [...files.values()].flatMap((file) => actionsFor(file, onto?.tip ?? null)),
      });
      arrived(commits.length);
      return commit;
    },

    async describe(repository, description) {
      await call(project, `PUT ${PROJECT}`, { ...id(repository), description });
    },

    async request(repository, { branch, into, title, body }) {
      const route = `${PROJECT}/merge_requests`;
      const asked = { ...id(repository), source_branch: branch, target_branch: into };
      const [open] = await call(z.array(mergeRequest), `GET ${route}`, { ...asked, state: "opened" });
      return (open ?? (await call(mergeRequest, `POST ${route}`, { ...asked, title, description: body }))).web_url;
    },
  };
}

const id = ({ owner, name }: ForgeRepository) => ({ id: `${owner}/${name}` });

/** What turns the file that may stand there into the one that is delivered. */
function actionsFor(file: DeliveredFile, tip: Tip | null) {
  const before = tip?.files.get(file.path);
  if (before === entryOf(file)) return [];
  const executable = file.mode === 0o755;
  return [
    { action: before ? "update" : "create", file_path: file.path, content: file.text },
    ...(executable !== (before?.startsWith("100755") ?? false)
      ? [{ action: "chmod", file_path: file.path, execute_filemode: executable }]
      : []),
  ];
}

async function filesAt(call: Call, repository: ForgeRepository, ref: string): Promise<Tip["files"]> {
  const files = new Map<string, string>();
  for (let page = 1; ; page++) {
    const asked = { ...id(repository), ref, recursive: true, per_page: PAGE, page };
    const entries = await call(listing, `GET ${PROJECT}/repository/tree`, asked);
    for (const entry of entries) if (entry.type === "blob") files.set(entry.path, `${entry.mode} ${entry.id}`);
    if (entries.length < PAGE) return files;
  }
}
