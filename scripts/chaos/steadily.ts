/** Does something so often a second, and never more than `atOnce` at a time; gives back how often, when stopped. @throws what it threw first */
export function steadily(perSecond: number, atOnce: number, work: (n: number) => Promise<void>): () => Promise<number> {
  let begun = 0;
  let broken: { cause: unknown } | undefined;
  const open = new Set<Promise<void>>();
  const timer = setInterval(() => {
    if (open.size >= atOnce || broken) return;
    const one: Promise<void> = work(begun++)
      .catch((cause: unknown) => {
        broken ??= { cause };
      })
      .finally(() => open.delete(one));
    open.add(one);
  }, 1_000 / perSecond);
  return async () => {
    clearInterval(timer);
    await Promise.all(open);
    if (broken) throw broken.cause;
    return begun;
  };
}
