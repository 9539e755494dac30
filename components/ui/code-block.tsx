import type { CodeText } from "#lib/core/view/code-text.ts";
import { cx } from "./cx.ts";
import { ScrollRegion } from "./scroll-region.tsx";

interface Props {
  lines: CodeText;
  /** What the text is, for screen readers. */
  label: string;
  numbers?: boolean;
  /** Lines to mark, by number from 1: + added, - removed, ! problem. */
  marks?: Readonly<Record<number, "+" | "-" | "!">>;
  wrap?: boolean;
  /** Each line can be linked to, `#L12`; false where several blocks share a page. */
  anchors?: boolean;
  className?: string;
}

const MARKED = { "+": "bg-good-soft", "-": "bg-stop-soft", "!": "bg-warn-soft" } as const;

export function CodeBlock({
  lines,
  label,
  numbers = true,
  marks = {},
  wrap = false,
  anchors = true,
  className,
}: Props) {
  return (
    <ScrollRegion label={label} className={cx("bg-panel text-xs leading-5", className)}>
      <pre className={cx("py-3", wrap ? "whitespace-pre-wrap" : "min-w-max")}>
        <code>
          {lines.map((line, index) => {
            const number = index + 1;
            const mark = marks[number];
            return (
              <span
                key={number}
                {...(anchors ? { id: `L${number}` } : {})}
                className={cx("block pr-4 pl-3 target:bg-accent-soft", mark && MARKED[mark])}
              >
                {numbers && (
                  <span aria-hidden className="mr-4 inline-block w-8 text-right text-ink-soft select-none">
                    {number}
                  </span>
                )}
                {mark && <span className="mr-2 select-none">{mark}</span>}
                <CodeTokens line={line} />
                {"\n"}
              </span>
            );
          })}
        </code>
      </pre>
    </ScrollRegion>
  );
}

/** The pieces of one line with their colours. */
export function CodeTokens({ line }: { line: CodeText[number] }) {
  return line.map(([kind, text], index) => {
    const place = index;
    return kind === "" ? (
      text
    ) : (
      <span key={place} className={`tk-${kind}`}>
        {text}
      </span>
    );
  });
}
