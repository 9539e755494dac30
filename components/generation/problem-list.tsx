import type { Problem } from "#lib/core/result.ts";
import { Callout } from "../ui/callout.tsx";

/** Why something was refused, with what to do about it. */
export function ProblemList({
  problems,
  title = "That was not done",
}: {
  problems: readonly Problem[];
  title?: string;
}) {
  if (problems.length === 0) return null;
  return (
    <Callout tone="stop" role="alert" title={title}>
      <ul className="space-y-1">
        {problems.slice(0, 8).map((problem) => (
          <li key={`${problem.path}${problem.code}${problem.message}`}>
            {problem.message} {problem.hint}
          </li>
        ))}
        {problems.length > 8 && <li>And {problems.length - 8} more.</li>}
      </ul>
    </Callout>
  );
}
