import type { CodeText } from "#lib/core/view/code-text.ts";
import { cx } from "./cx.ts";

interface Props {
  lines: CodeText;
  /** What the text is, for screen readers. */
  label: string;
  numbers?: boolean;
  /** Lines to mark, by number from 1: + added, - removed, ! problem. */
  marks?: Readonly<Record<number, "+" | "-" | "!">>;
  wrap?: boolean;
  className?: string;
}

const MARKED = { "+": "bg-good-soft", "-": "bg-stop-soft", "!": "bg-warn-soft" } as const;

export function CodeBlock({ lines, label, numbers = true, marks = {}, wrap = false, className }: Props) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      role="group"
      aria-label={label}
      className={cx("overflow-x-auto bg-panel text-xs leading-5 focus-visible:-outline-offset-2", className)}
    >
      <pre className={cx("py-3", wrap ? "whitespace-pre-wrap" : "min-w-max")}>
        <code>
          {lines.map((line, index) => {
            const mark = marks[index + 1];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              <span
                key={index}
                id={`L${index + 1}`}
                className={cx("block pr-4 pl-3 target:bg-accent-soft", mark && MARKED[mark])}
              >
                {numbers && (
                  <span aria-hidden className="mr-4 inline-block w-8 text-right text-ink-soft select-none">
                    {index + 1}
                  </span>
                )}
                {mark && <span className="mr-2 select-none">{mark}</span>}
                {line.length === 0
                  ? "\n"
                  : line.map(([kind, text], at) =>
                      kind === "" ? text : <Token key={`${at}`} kind={kind} text={text} />,
                    )}
                {line.length > 0 && "\n"}
              </span>
            );
          })}
        </code>
      </pre>
    </div>
  );
}

const Token = ({ kind, text }: { kind: string; text: string }) => <span className={`tk-${kind}`}>{text}</span>;
