import type { ProofStep } from "#lib/core/checks/proof.ts";

/** The steps of one proof as people see them; each change is told with all of them. */
export interface StepBoard {
  steps(): ProofStep[];
  /** Puts up a step and returns how to change it. */
  begin(label: string): (change: Partial<ProofStep>) => void;
  /** Puts up the steps of another driver, and keeps them as that one tells them. */
  takeOver(): (steps: readonly ProofStep[]) => void;
}

/** An empty board. */
export function stepBoard(onSteps?: (steps: readonly ProofStep[]) => void): StepBoard {
  const places: (readonly ProofStep[])[] = [];
  const steps = () => places.flat();
  const place = () => {
    const index = places.push([]) - 1;
    return (own: readonly ProofStep[]) => {
      places[index] = own;
      onSteps?.(steps());
    };
  };
  return {
    steps,
    takeOver: place,
    begin(label) {
      const put = place();
      let step: ProofStep = { label, state: "running" };
      put([step]);
      return (change) => {
        step = { ...step, ...change };
        put([step]);
      };
    },
  };
}
