import type { Problem } from "#lib/core/result.ts";

/** 0 done, 1 findings or failing checks, 2 bad input, 3 our fault (DESIGN 8). */
export const EXIT = { done: 0, findings: 1, badInput: 2, fault: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with bad input: each problem on one line, with its path and how to mend it. */
export class BadInput extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super("bad input");
    this.problems = problems;
  }
}

/** Ends a command that this machine cannot run: where, what, and how to mend it. */
export class CannotRun extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a file or its name holds must not steer the terminal that shows it. */
const harmless = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, "\uFFFD");

/** Data goes to standard output, and nothing else does. */
export const data = (text: string): void => {
  process.stdout.write(harmless(text.endsWith("\n") ? text : `${text}\n`));
};

export const json = (value: unknown): void => data(JSON.stringify(value, null, 2));

/** Talk goes to standard error. */
export const talk = (text: string): void => {
  process.stderr.write(`${harmless(text)}\n`);
};

/** Where, what, how to mend it. */
export const problemLine = ({ path, message, hint }: Problem): string => `${path}: ${message}${hint ? ` ${hint}` : ""}`;
