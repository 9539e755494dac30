import type { PeekView } from "#lib/core/view/pane-view.ts";
import { Callout } from "../ui/callout.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LineComments, ThreadsOfLines } from "./line-comments.tsx";
import { WithMargin } from "./threads.tsx";

interface Props {
  file: Pick<PeekView, "id" | "path" | "purpose" | "gap" | "draft" | "contract" | "requirements"> & {
    because: { label: string; words: string; href: string }[];
  };
}

/** A file for colleagues: why it is there, what it promises, and its text line by line. */
export function SharedFile({ file }: Props) {
  const { id, path, purpose, gap, draft, contract, requirements, because } = file;
  return (
    <>
      <WithMargin anchor={{ kind: "task", path }} about={path} className="mt-3">
        <p className="tabular text-xs text-ink-soft">{id}</p>
        <h1 className="mt-0.5 font-mono text-lg font-semibold">{path}</h1>
        <p className="measure mt-2 text-base">{purpose}</p>
        {because.length > 0 && (
          <p className="measure mt-2 text-ink-soft">
            Because of{" "}
            {because.map(({ label, words, href }, index) => (
              <span key={label}>
                {index > 0 && ", "}
                <a href={href} className="rounded text-accent underline underline-offset-2">
                  {label}
                </a>
                {words && ` (${words})`}
              </span>
            ))}
            .
          </p>
        )}
        {gap && (
          <Callout tone="notice" className="mt-3">
            {gap}
          </Callout>
        )}
        {requirements.length > 0 && (
          <ul className="measure mt-3 list-disc space-y-0.5 pl-4">
            {requirements.map((requirement) => (
              <li key={requirement}>{requirement}</li>
            ))}
          </ul>
        )}
      </WithMargin>
      {contract && (
        <details className="mt-6">
          <summary className="rounded text-base">Contract</summary>
          <CodeBlock
            lines={contract}
            label={`Contract of ${path}`}
            anchors={false}
            wrap
            className="mt-2 rounded border border-line"
          />
        </details>
      )}
      <section aria-labelledby="lines" className="mt-8 space-y-2">
        <h2 id="lines" className="text-lg font-semibold">
          Content
        </h2>
        {draft ? (
          <LineComments path={path} lines={draft} />
        ) : (
          <>
            <EmptyState title="It has no text yet">An agent or a person writes it from its contract.</EmptyState>
            <ThreadsOfLines path={path} />
          </>
        )}
      </section>
    </>
  );
}
