interface Orderable {
  path: string;
  phase: string;
  after: string[];
  rank: number;
}

/**
 * Orders tasks so that each comes after what it builds on; among those that are free, the earlier phase goes first,
 * then the registry's order. Cycles between Python packages (an `__init__` that re-exports) are cut at the task that
 * comes first by phase and rank; the cut edge is dropped from its `after`.
 */
export function orderTasks<T extends Orderable>(tasks: readonly T[], phases: readonly string[]): T[] {
  const byPath = new Map(tasks.map((task) => [task.path, task]));
  const waiting = [...tasks].sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.rank - b.rank);
  const done: T[] = [];
  const placed = new Set<string>();
  while (waiting.length > 0) {
    const free = waiting.findIndex((task) => task.after.every((path) => placed.has(path) || !byPath.has(path)));
    const next = waiting.splice(Math.max(free, 0), 1)[0] as T;
    placed.add(next.path);
    done.push(next);
  }
  const position = new Map(done.map((task, index) => [task.path, index]));
  return done.map((task, index) => ({
    ...task,
    after: task.after
      .filter((path) => (position.get(path) ?? Number.POSITIVE_INFINITY) < index)
      .sort((a, b) => (position.get(a) as number) - (position.get(b) as number)),
  }));
}
