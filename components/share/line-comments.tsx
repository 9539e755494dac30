"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { type Anchor, LINE_LENGTH } from "#lib/core/share/anchor.ts";
import type { CodeText } from "#lib/core/view/code-text.ts";
import { CodeTokens } from "../ui/code-block.tsx";
import { cx } from "../ui/cx.ts";
import { useReview } from "./review-context.tsx";
import { Threads } from "./threads.tsx";

interface Props {
  path: string;
  lines: CodeText;
}

const textOf = (line: CodeText[number]): string => line.map(([, text]) => text).join("");

type LineAnchor = Extract<Anchor, { kind: "line" }>;

function useLineAnchors(path: string): LineAnchor[] {
  const { threads } = useReview();
  return threads.flatMap(({ anchor }) => (anchor.kind === "line" && anchor.path === path ? [anchor] : []));
}

/** The threads of one line; what it said then, where it says something else now or is gone. */
function AtLine({ anchor, now }: { anchor: LineAnchor; now?: CodeText[number] | undefined }) {
  return (
    <div className="space-y-2">
      {(!now || anchor.text !== textOf(now).slice(0, LINE_LENGTH)) && (
        <p className="text-xs text-ink-soft">
          Line {anchor.line} was another one when this was said: <code>{anchor.text || "an empty line"}</code>
        </p>
      )}
      <Threads anchor={anchor} about={`line ${anchor.line}`} />
    </div>
  );
}

/** What was said about lines of a file that has no text any more. */
export function ThreadsOfLines({ path }: { path: string }) {
  const anchors = new Map(useLineAnchors(path).map((anchor) => [anchor.line, anchor]));
  return [...anchors.values()].map((anchor) => <AtLine key={anchor.line} anchor={anchor} />);
}

/** A file whose line numbers are buttons: one tab stop, arrows move, Enter opens the line's comments below it. */
export function LineComments({ path, lines }: Props) {
  const { mayComment } = useReview();
  const ofFile = useLineAnchors(path);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(1);
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, line: number) => {
    const to = { ArrowDown: line + 1, ArrowUp: line - 1, Home: 1, End: lines.length }[event.key];
    if (to === undefined || to < 1 || to > lines.length) return;
    event.preventDefault();
    setCurrent(to);
    box.current?.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus();
  };
  const toggle = (line: number) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(line)) after.add(line);
      return after;
    });
  // A thread about a line that is no longer there stands at the end of the file.
  const placed = (line: number) => Math.min(line, lines.length);
  return (
    <div ref={box} className="overflow-hidden rounded border border-line bg-panel py-2">
      {lines.map((line, index) => {
        const number = index + 1;
        const anchors = [...new Map(ofFile.filter((one) => placed(one.line) === number).map((one) => [one.line, one]))];
        const shown = anchors.length > 0 || open.has(number);
        return (
          <div key={number} id={`L${number}`} className="scroll-mt-20 target:bg-accent-soft">
            <div className="grid grid-cols-[3.25rem_minmax(0,1fr)] font-mono text-xs leading-5">
              {mayComment ? (
                <button
                  type="button"
                  data-line={number}
                  tabIndex={number === current ? 0 : -1}
                  aria-expanded={shown}
                  aria-label={`Comment on line ${number}`}
                  title={`Comment on line ${number}`}
                  onFocus={() => setCurrent(number)}
                  onKeyDown={(event) => move(event, number)}
                  onClick={() => toggle(number)}
                  className="pr-3 text-right text-ink-soft hover:bg-accent-soft hover:text-accent-strong focus-visible:-outline-offset-2"
                >
                  {number}
                </button>
              ) : (
                <span aria-hidden className="pr-3 text-right text-ink-soft select-none">
                  {number}
                </span>
              )}
              <code className={cx("block pr-4 whitespace-pre-wrap", shown && "bg-accent-soft/50")}>
                {line.length === 0 ? " " : <CodeTokens line={line} />}
              </code>
            </div>
            {shown && (
              <div className="my-1 max-w-[44rem] space-y-2 border-accent-line border-l-2 px-3 py-2 font-sans md:ml-[3.25rem]">
                {anchors.map(([at, anchor]) => (
                  <AtLine key={at} anchor={anchor} now={lines[at - 1]} />
                ))}
                {anchors.length === 0 && (
                  <Threads
                    anchor={{ kind: "line", path, line: number, text: textOf(line).slice(0, LINE_LENGTH) }}
                    about={`line ${number}`}
                    writing
                  />
                )}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
