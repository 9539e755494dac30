// One for each process: Next bundles routes apart, and all of them have to find the same.
const shared = globalThis as { plumblinePushes?: Set<string> };

/** Notes that a push of this project is under way; null while another one is, otherwise what ends it. */
export function beginPush(projectId: string): (() => void) | null {
  shared.plumblinePushes ??= new Set();
  const pushes = shared.plumblinePushes;
  if (pushes.has(projectId)) return null;
  pushes.add(projectId);
  return () => void pushes.delete(projectId);
}
