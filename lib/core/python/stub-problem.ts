/** Something in a stub that the draft could not carry into a repository that is green. */
export interface StubProblem {
  /** Line in the stub, from 1. */
  line: number;
  code: string;
  /** What is wrong, as a clause: "`x` has no type". */
  message: string;
  /** What to write instead, as a sentence. */
  hint: string;
}
