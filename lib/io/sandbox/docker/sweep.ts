import { hostname } from "node:os";
import type Docker from "dockerode";
import { APP, LABELS, owner } from "./container.ts";

/** True while the process that a container belongs to may still want it; that of another machine always may. */
function mayLive(ownedBy: string, isRunning: (pid: number) => boolean): boolean {
  if (ownedBy === owner) return true;
  const [host, pid] = ownedBy.split("/");
  if (host !== hostname()) return true;
  // The same number with another life: it was us, before a restart.
  return Number(pid) !== process.pid && isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a container of ours was left behind: past its deadline, or its owner ended on this machine. */
export function isLeftBehind(
  labels: Readonly<Record<string, string>>,
  now = Date.now(),
  running: (pid: number) => boolean = isRunning,
): boolean {
  const deadline = Number(labels[LABELS.deadline]);
  return !(deadline > now) || !mayLive(labels[LABELS.owner] ?? "", running);
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
