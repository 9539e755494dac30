import { type ForgeId, type PushOrder, REQUEST_BODY } from "./push-order.ts";

/** What the program of a forge does in a push, each as a command that begins beside the zip. */
export interface ForgeProgram {
  name: string;
  /** The program's own sign-in, and git's. */
  signIn: string;
  /** Makes an empty repository and names it in a local one; null where git makes it with the push. */
  create(order: PushOrder, folder: string): string | null;
  clone(order: PushOrder, folder: string): string;
  request(order: PushOrder, clone: string, title: string): string;
}

type Maker = (host: string) => ForgeProgram;

const MAKERS: Record<ForgeId, Maker> = { github: gh, gitlab: glab };

/** The program for a forge at an address; null where it cannot be told that address. */
export function programFor(forge: ForgeId, site: string): ForgeProgram | null {
  const { protocol, hostname, port, pathname } = new URL(site);
  return protocol === "https:" && port === "" && pathname === "/" ? MAKERS[forge](hostname) : null;
}

/** How a program is told a host that is not its own: in front of its name, and where one signs in. */
const toldHost = (host: string, usual: string, variable: string) =>
  host === usual ? { before: "", option: "" } : { before: `${variable}=${host} `, option: ` --hostname ${host}` };

function gh(host: string): ForgeProgram {
  const { before, option } = toldHost(host, "github.com", "GH_HOST");
  const full = ({ owner, name }: PushOrder) => (owner ? `${owner}/${name}` : name);
  return {
    name: "gh",
    signIn: `gh auth login${option} &&\n  gh auth setup-git${option}`,
    create: (order, folder) => `${before}gh repo create ${full(order)} --${order.visibility} --source=${folder}`,
    clone: (order, folder) => `${before}gh repo clone ${full(order)} ${folder}`,
    request: (order, _, title) =>
      `${before}gh pr create --repo ${full(order)} --head ${order.branch} --title "${title}" --body "${REQUEST_BODY}"`,
  };
}

function glab(host: string): ForgeProgram {
  const { before, option } = toldHost(host, "gitlab.com", "GITLAB_HOST");
  return {
    name: "glab",
    signIn: `glab auth login${option}`,
    create: () => null,
    clone: ({ owner, name }, folder) => `git clone https://${host}/${owner}/${name}.git ${folder}`,
    // It has no way to name a folder and asks what to do next unless told not to.
    request: ({ branch }, clone, title) =>
      `(cd ${clone} && ${before}glab mr create --source-branch ${branch} --title "${title}" --description "${REQUEST_BODY}" --yes)`,
  };
}
