import type { Lifecycle } from "../../catalog/structure/resource.ts";
import type { ResourceDesign } from "../../design/design.ts";

/**
 * The shortest sequence of transitions from the first state to each one that can be reached, the first state included
 * with an empty one.
 */
export function shortestWays({ states, transitions }: Lifecycle): Map<string, string[]> {
  const ways = new Map<string, string[]>([[states[0] as string, []]]);
  for (const [state, way] of ways) {
    for (const { name, from, to } of transitions) {
      if (from.includes(state) && !ways.has(to)) ways.set(to, [...way, name]);
    }
  }
  return ways;
}

/** What tests need to know of a lifecycle: the first state, every move, a way to each state. Empty without one. */
export function lifecycleSamples({ names, lifecycle }: ResourceDesign): string[] {
  if (!lifecycle) return [];
  const state = (name: string) => `${names.pascal}State.${name.toUpperCase()}`;
  const transition = (name: string) => `${names.pascal}Transition.${name.toUpperCase()}`;
  const moves = lifecycle.transitions.flatMap(({ name, from, to }) =>
    from.map((source) => `    (${state(source)}, ${transition(name)}, ${state(to)}),`),
  );
  const ways = [...shortestWays(lifecycle)].map(
    ([name, way]) => `    (${state(name)}, [${way.map(transition).join(", ")}]),`,
  );
  return [
    "",
    `INITIAL = ${state(lifecycle.states[0] as string)}`,
    "",
    "# Every declared move: from, by, to.",
    `MOVES: list[tuple[${names.pascal}State, ${names.pascal}Transition, ${names.pascal}State]] = [`,
    ...moves,
    "]",
    "",
    "# The shortest way from the first state to each one.",
    `WAYS: list[tuple[${names.pascal}State, list[${names.pascal}Transition]]] = [`,
    ...ways,
    "]",
  ];
}
