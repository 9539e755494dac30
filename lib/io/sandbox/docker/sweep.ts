import { hostname } from "node:os";
import type Docker from "dockerode";
import { APP, LABELS, owner } from "./container.ts";

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a container of ours was left behind: past its time by this process' own clock; of a process that ended on
 * this machine; or of an owner who cannot be looked at, past its deadline. What a living neighbour made it removes
 * itself: were it judged here, a clock that is set forward would end everybody's work.
 */
export function isLeftBehind(
  labels: Readonly<Record<string, string>>,
  now = Date.now(),
  running: (pid: number) => boolean = isRunning,
  clock = performance.now(),
): boolean {
  const ownedBy = labels[LABELS.owner] ?? "";
  if (ownedBy === owner) return !(Number(labels[LABELS.until]) > clock);
  const [host, pid] = ownedBy.split("/");
  if (host !== hostname()) return !(Number(labels[LABELS.deadline]) > now);
  // The same number with another life: it was us, before a restart.
  return Number(pid) === process.pid || !running(Number(pid));
}

/** Removes the containers that nobody will remove any more; says how many. */
export async function sweep(docker: Docker): Promise<number> {
  const ours = await docker.listContainers({
    all: true,
    filters: JSON.stringify({ label: [`${LABELS.app}=${APP}`] }),
  });
  const left = ours.filter(({ Labels }) => isLeftBehind(Labels));
  await Promise.allSettled(left.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })));
  return left.length;
}
