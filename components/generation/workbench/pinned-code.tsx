import type { CodeText } from "#lib/core/view/code-text.ts";
import type { CheckLine } from "#lib/core/view/task-view.ts";
import { cx } from "../../ui/cx.ts";

const GRAVITY: Readonly<Record<CheckLine["severity"], number>> = { critical: 0, blocking: 1, advisory: 2 };

interface Pin {
  check: string;
  severity: CheckLine["severity"];
  code: string;
  message: string;
}

/** What the checks say about single lines, by line from 1; what two of them say alike is said once, by the graver. */
export function pinsOf(lines: readonly CheckLine[]): ReadonlyMap<number, Pin[]> {
  const pins = new Map<number, Pin[]>();
  const gravestFirst = lines.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  for (const { label, severity, findings } of gravestFirst)
    for (const { line, code, message } of findings) {
      if (!line) continue;
      const known = pins.get(line) ?? [];
      if (!known.some((pin) => pin.code === code && pin.message === message))
        pins.set(line, [...known, { check: label, severity, code, message }]);
    }
  return pins;
}

/** A file with its problems under the lines they are about. Each line has the address `#L<number>`. */
export function PinnedCode({
  lines,
  label,
  pins,
}: {
  lines: CodeText;
  label: string;
  pins: ReadonlyMap<number, readonly Pin[]>;
}) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={label}
      className="overflow-x-auto rounded border border-line bg-panel text-[0.8125rem] leading-5 focus-visible:-outline-offset-2"
    >
      <pre className="min-w-max py-3">
        <code>
          {shown(lines).map((line, index) => {
            const number = index + 1;
            const found = pins.get(number) ?? [];
            return (
              <span
                key={number}
                id={`L${number}`}
                className={cx(
                  "block scroll-mt-28 border-l-2 pr-4 target:bg-accent-soft",
                  found.length === 0
                    ? "border-transparent"
                    : found[0]?.severity === "critical"
                      ? "border-stop bg-stop-soft/60"
                      : "border-warn bg-warn-soft/60",
                )}
              >
                <a
                  href={`#L${number}`}
                  tabIndex={-1}
                  aria-label={`Line ${number}`}
                  className="mr-4 inline-block w-10 text-right text-ink-soft select-none hover:text-accent"
                >
                  {number}
                </a>
                {line.map(([kind, text], at) =>
                  kind === "" ? (
                    text
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the line
                    <span key={at} className={`tk-${kind}`}>
                      {text}
                    </span>
                  ),
                )}
                {"\n"}
                {found.map((pin) => (
                  <span
                    key={`${pin.code}${pin.message}`}
                    className={cx(
                      "block pl-14 font-sans text-xs select-none",
                      pin.severity === "critical" ? "text-stop" : "text-warn",
                    )}
                  >
                    <strong>{pin.check}</strong> {pin.message} <span className="text-ink-soft">{pin.code}</span>
                    {"\n"}
                  </span>
                ))}
              </span>
            );
          })}
        </code>
      </pre>
    </section>
  );
}

/** A final line end is not a line of its own. */
const shown = (lines: CodeText): CodeText =>
  lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;

/** The plain text behind highlighted lines. */
export const plainText = (lines: CodeText): string =>
  lines.map((line) => line.map(([, text]) => text).join("")).join("\n");
