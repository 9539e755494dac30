import type { Tally } from "./oracle.ts";
import type { Stage } from "./stage.ts";

/** What one row of the suite found. */
export interface RowResult {
  pass: boolean;
  /** Numbers by what they mean, in the order they are shown. */
  numbers: Record<string, string | number>;
}

/** `quick`: a scale for a pipeline: fewer faults, the same rules. */
export type Scale = "quick" | "full";

/** One row of HARDENING's chaos suite. */
export interface Row {
  id: string;
  fault: string;
  /** Why it cannot run here; null when it can. */
  missing?(): Promise<string | null>;
  run(stage: Stage, scale: Scale): Promise<RowResult>;
}

/** Nothing lost and nothing twice. */
export const isWhole = ({ lost, doubles }: Tally): boolean => lost === 0 && doubles === 0;

export const numbersOf = ({ accepted, done, crashed, lost, doubles }: Tally) => ({
  jobs: accepted,
  done,
  "given up": crashed,
  lost,
  doubles,
});

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
