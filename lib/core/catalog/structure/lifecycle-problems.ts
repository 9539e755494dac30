import type { Problem } from "../../result.ts";
import { quoted } from "../names.ts";
import { nearest } from "../nearest.ts";
import { linesProblems } from "../text-rules.ts";
import { memberProblems, transitionNameProblems } from "./part-names.ts";
import type { Lifecycle, Transition } from "./resource.ts";

const LIFECYCLE_LIMITS = { states: 8, transitions: 24 } as const;

/** Refusals of a lifecycle (python-standard 0.4): 2 to 8 states, transitions between states that exist. */
export function lifecycleProblems({ states, transitions }: Lifecycle, path: string): Problem[] {
  const problems: Problem[] = [];
  if (states.length < 2 || states.length > LIFECYCLE_LIMITS.states) {
    problems.push({
      path: `${path}.states`,
      code: "state_count",
      message: `A lifecycle has 2 to ${LIFECYCLE_LIMITS.states} states; this one has ${states.length}.`,
      hint: "Name the states in snake case, the initial one first.",
    });
  }
  if (transitions.length < 1 || transitions.length > LIFECYCLE_LIMITS.transitions) {
    problems.push({
      path: `${path}.transitions`,
      code: "transition_count",
      message: `A lifecycle has 1 to ${LIFECYCLE_LIMITS.transitions} transitions; this one has ${transitions.length}.`,
      hint: "Add how it moves from one state to the next, or remove the lifecycle.",
    });
  }
  const shape = states.flatMap((state, index) => memberProblems(state, `${path}.states[${index}]`, "The state"));
  problems.push(...shape, ...(shape.length > 0 ? [] : linesProblems(states, `${path}.states`)));
  const names = new Set<string>();
  for (const [index, transition] of transitions.entries()) {
    const here = `${path}.transitions[${index}]`;
    problems.push(...transitionNameProblems(transition.name, `${here}.name`));
    if (names.has(transition.name))
      problems.push({
        path: `${here}.name`,
        code: "repeated",
        message: `There are two transitions called "${transition.name}".`,
        hint: "One transition may start from several states: list them all in from.",
      });
    names.add(transition.name);
    problems.push(...endProblems(transition, here, states));
  }
  const [initial = ""] = states;
  if (problems.length === 0 && !transitions.some(({ from }) => from.includes(initial)))
    problems.push({
      path: `${path}.transitions`,
      code: "stuck",
      message: `No transition starts from "${initial}", where each one begins, so nothing would ever move.`,
      hint: `Add "${initial}" to the from of a transition, or put another state first.`,
    });
  return problems;
}

function endProblems({ from, to }: Transition, path: string, states: readonly string[]): Problem[] {
  const unknown = (state: string, at: string): Problem[] => {
    if (states.includes(state)) return [];
    const near = nearest(state, states);
    return [
      {
        path: at,
        code: "unknown_state",
        message: `${quoted(state)} is not one of the states.`,
        hint: near ? `Did you mean "${near}"?` : `Use one of ${states.join(", ")}.`,
      },
    ];
  };
  const problems = [
    ...from.flatMap((state, index) => unknown(state, `${path}.from[${index}]`)),
    ...unknown(to, `${path}.to`),
  ];
  if (from.length === 0)
    problems.push({
      path: `${path}.from`,
      code: "no_origin",
      message: "This transition starts from no state.",
      hint: "List at least one state in from.",
    });
  if (new Set(from).size < from.length)
    problems.push({
      path: `${path}.from`,
      code: "repeated",
      message: "A state stands in from twice.",
      hint: "Remove one of the two.",
    });
  if (from.includes(to))
    problems.push({
      path: `${path}.to`,
      code: "no_move",
      message: `"${to}" is both where it starts and where it ends.`,
      hint: `Remove "${to}" from from; a transition that has already happened is accepted anyway.`,
    });
  return problems;
}

/** The states no sequence of transitions reaches from the initial one: worth a warning, not a refusal. */
export function unreachableStates({ states, transitions }: Lifecycle): string[] {
  const reached = new Set(states.slice(0, 1));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return states.filter((state) => !reached.has(state));
}
