import type { Problem } from "#lib/core/result.ts";
import { Callout } from "../ui/callout.tsx";

interface Props {
  problems: readonly Problem[];
  /** The review is for an earlier design: why, and the step that comes before running it again. */
  stale: { because: string; first: string | null } | null;
  /** Files that failed when the design really ran; null when it proved, or did not run. */
  failing: number | null;
}

/** What one must know before reading the score. */
export function ReviewNotes({ problems, stale, failing }: Props) {
  return (
    <div className="mb-6 space-y-2 empty:hidden">
      {problems.length > 0 && (
        <Callout tone="stop" role="alert" title="This could not be done">
          {problems.map(({ path, message, hint }) => (
            <p key={`${path}${message}`}>
              {message} {hint}
            </p>
          ))}
        </Callout>
      )}
      {failing !== null && (
        <Callout tone="stop" title="This design did not prove">
          {failing === 1 ? "One file" : `${failing} files`} of the repository it gives failed when they really ran. The
          score below comes from reading the answers and does not know that;{" "}
          <a href="#feasibility" className="underline underline-offset-2">
            see what failed
          </a>
          .
        </Callout>
      )}
      {stale && (
        <Callout tone="warn" title="This review is for an earlier design">
          {stale.because} What stands below is what it said then.
          {stale.first && ` Confirm ${stale.first.toLowerCase()} again, then it can be run.`}
        </Callout>
      )}
    </div>
  );
}
