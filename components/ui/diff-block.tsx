import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import { cx } from "./cx.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const LOOK = { "+": "bg-good-soft", "-": "bg-stop-soft", " ": "" } as const;
const WORD = { "+": "added: ", "-": "removed: ", " ": "" } as const;

/** A change as lines: what came, what went, and a little around it. */
export function DiffBlock({ lines, label }: { lines: readonly DiffLine[]; label: string }) {
  return (
    <ScrollRegion label={label} className="rounded border border-line bg-panel text-xs leading-5">
      <pre className="min-w-max py-2">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span key={index} className="block">
            {line.skipped ? (
              <span className="block bg-sunk px-3 text-ink-soft">{line.skipped} lines unchanged</span>
            ) : null}
            <span className={cx("block px-3", LOOK[line.mark])}>
              <span className="sr-only">{WORD[line.mark]}</span>
              <span aria-hidden className="mr-3 inline-block w-3 select-none text-ink-soft">
                {line.mark}
              </span>
              {line.text || " "}
            </span>
          </span>
        ))}
      </pre>
    </ScrollRegion>
  );
}
