import { hostname } from "node:os";
import type Docker from "dockerode";

/** The user whose processes are under test. */
const JOB_USER = "10001:10001";

/** Keeps the container alive; another user than the job's, so that no job can end it. */
const KEEPER = "65534:65534";

/** Name of the label that says that a container is ours; its value is the same everywhere. */
export const LABELS = {
  app: "plumbline.app",
  owner: "plumbline.owner",
  deadline: "plumbline.deadline",
  until: "plumbline.until",
} as const;
/** What our containers say they are, in their label. */
export const APP = "sandbox";

/** How long a container may exist, idle and working, before anyone may remove it. */
export const LIFETIME_MS = 20 * 60_000;

const INODES = 16_384;
const mount = (size: string, more: string) =>
  `rw,nosuid,nodev,${more},size=${size},nr_inodes=${INODES},uid=10001,gid=10001,mode=0700`;

export interface Limits {
  memoryMb: number;
  cpus: number;
}

/** What a container gets unless a caller asks for more. Files in /job and /tmp count as memory. */
export const LIMITS: Limits = { memoryMb: 1024, cpus: 1 };

/** The part of the limits that can be changed while a container runs. */
export const resources = ({ memoryMb, cpus }: Limits) => ({
  Memory: memoryMb * 1024 * 1024,
  MemorySwap: memoryMb * 1024 * 1024,
  NanoCpus: Math.round(cpus * 1e9),
});

/** How long a job works before it gives way to others that wait. */
export const GIVES_WAY_MS = 2000;

/**
 * What a job that has given way gets of a busy processor: half of what others get. With as many of them as others, that
 * is a third of a core for each, by which the limits of a test's time are three times those of its work.
 */
export const GAVE_WAY = { CpuShares: 512 } as const;

/** The types of dockerode do not know it yet. */
const OWN_CGROUP = { CgroupnsMode: "private" };

/** This process, as the owner of its containers: another life of the same process is another owner. */
export const owner = `${hostname()}/${process.pid}/${crypto.randomUUID()}`;

/**
 * The labels of a container that is made now. Its owner ends its time by a clock that only counts forward; the wall
 * clock, which can be set, is for those who can ask no owner.
 */
export const labelsOf = (now = Date.now(), clock = performance.now()): Record<string, string> => ({
  [LABELS.app]: APP,
  [LABELS.owner]: owner,
  [LABELS.deadline]: String(now + LIFETIME_MS),
  [LABELS.until]: String(Math.ceil(clock) + LIFETIME_MS),
});

/**
 * A container in which nothing is allowed but to compute: no network, nothing to write to but two small file systems in
 * memory, no capability, no way to gain one. It waits; each step is an exec.
 */
export function containerOptions(
  image: string,
  runtime: string | undefined,
  labels = labelsOf(),
): Docker.ContainerCreateOptions {
  return {
    Image: image,
    Entrypoint: ["sleep"],
    Cmd: ["infinity"],
    User: KEEPER,
    WorkingDir: "/job",
    Env: ["HOME=/tmp"],
    NetworkDisabled: true,
    Labels: labels,
    StopTimeout: 1,
    HostConfig: {
      ...resources(LIMITS),
      ...(runtime ? { Runtime: runtime } : {}),
      NetworkMode: "none",
      ReadonlyRootfs: true,
      CapDrop: ["ALL"],
      SecurityOpt: ["no-new-privileges:true"],
      PidsLimit: 256,
      // Locks of multiprocessing need a /dev/shm; this one is the container's own.
      IpcMode: "private",
      ShmSize: 16 * 1024 * 1024,
      ...OWN_CGROUP,
      Init: true,
      OomScoreAdj: 500,
      // Docker adds noexec where exec is not asked for; compiled wheels are loaded from /job.
      Tmpfs: { "/job": mount("128m", "exec"), "/tmp": mount("256m", "noexec") },
      Ulimits: [
        { Name: "nofile", Soft: 1024, Hard: 1024 },
        { Name: "core", Soft: 0, Hard: 0 },
        { Name: "fsize", Soft: 67_108_864, Hard: 67_108_864 },
      ],
      LogConfig: { Type: "none", Config: {} },
      AutoRemove: false,
    },
  };
}

/** One exec of the job's user in /job. What an earlier exec left running is killed first: `kill -1` spares only itself. */
export function execOptions(
  argv: readonly string[],
  { wallMs, env = {}, cwd = "/job" }: { wallMs: number; env?: Record<string, string>; cwd?: string },
): Docker.ExecCreateOptions {
  const seconds = String(wallMs / 1000);
  return {
    Cmd: ["/bin/sh", "-c", 'kill -KILL -1 2>/dev/null; exec timeout -s KILL "$0" "$@"', seconds, ...argv],
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    WorkingDir: cwd,
    User: JOB_USER,
    AttachStdout: true,
    AttachStderr: true,
  };
}
