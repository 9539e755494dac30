import type { GapView } from "#lib/core/view/generation-view.ts";
import { Callout } from "../../ui/callout.tsx";

/** Which choices have no template yet, and what that means for which files; said before anything else. */
export function GapNote({ gaps }: { gaps: readonly GapView[] }) {
  if (gaps.length === 0) return null;
  const files = new Set(gaps.flatMap((gap) => gap.files)).size;
  return (
    <Callout
      tone="notice"
      title={gaps.length === 1 ? "One choice has no template yet" : `${gaps.length} choices have no template yet`}
    >
      <p>
        {files === 0
          ? "No planned file depends on them alone."
          : files === 1
            ? "One file comes as a sub-prompt for your agent, without a built-in draft."
            : `${files} files come as sub-prompts for your agent, without a built-in draft.`}
      </p>
      <ul className="mt-2 space-y-2">
        {gaps.map((gap) => (
          <li key={`${gap.decision}${gap.chosen}`}>
            <a
              href={gap.href}
              className="inline-flex min-h-6 items-center font-semibold underline decoration-line-strong underline-offset-2 hover:decoration-accent"
            >
              {gap.label}
              {gap.chosen && `: ${gap.chosen}`}
            </a>
            {gap.files.length === 0 ? (
              <span className="block text-xs text-ink-soft">{gap.message}</span>
            ) : (
              <details className="text-xs">
                <summary className="inline-flex min-h-6 items-center rounded underline decoration-line-strong underline-offset-2">
                  {gap.files.length === 1 ? "One file" : `${gap.files.length} files`}
                </summary>
                <ul className="mt-1 list-disc pl-5 font-mono">
                  {gap.files.map((path) => (
                    <li key={path}>{path}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
