import type { AlignedLine, AlignedRow } from "#lib/core/view/compare-view.ts";
import { CodeTokens } from "../ui/code-block.tsx";
import { cx } from "../ui/cx.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";

interface Props {
  rows: readonly AlignedRow[];
  left: string;
  right: string;
  path: string;
}

/** Two texts line against line; on a phone one below the other. */
export function AlignedCode({ rows, left, right, path }: Props) {
  return (
    <div className="grid grid-cols-1 overflow-hidden rounded border border-line bg-panel md:grid-cols-2">
      <Side rows={rows} side="left" label={`${path} with ${left}`} title={left} />
      <Side rows={rows} side="right" label={`${path} with ${right}`} title={right} />
    </div>
  );
}

function Side({
  rows,
  side,
  label,
  title,
}: {
  rows: readonly AlignedRow[];
  side: "left" | "right";
  label: string;
  title: string;
}) {
  const empty = rows.every((row) => "skipped" in row || row[side] === null);
  return (
    <div className={cx("min-w-0", side === "right" && "border-line border-t md:border-t-0 md:border-l")}>
      <p className="border-line border-b bg-sunk px-3 py-1.5 text-xs font-semibold">{title}</p>
      {empty ? (
        <p className="p-3 text-ink-soft">This option has no such file.</p>
      ) : (
        <ScrollRegion label={label} className="text-xs leading-5">
          <pre className="min-w-max py-2">
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <Row key={index} row={"skipped" in row ? row.skipped : row[side]} />
            ))}
          </pre>
        </ScrollRegion>
      )}
    </div>
  );
}

function Row({ row }: { row: AlignedLine | number | null }) {
  // Where the sides stand below each other there is nothing to keep in line.
  if (row === null) return <span className="hidden bg-sunk/70 md:block"> </span>;
  if (typeof row === "number")
    return <span className="block bg-sunk px-3 text-ink-soft">{row === 1 ? "1 line" : `${row} lines`} alike</span>;
  return (
    <span className={cx("block pr-4", row.changed && "bg-accent-soft")}>
      <span aria-hidden className="mr-3 inline-block w-10 text-right text-ink-soft select-none">
        {row.number}
      </span>
      {row.tokens.length === 0 ? " " : <CodeTokens line={row.tokens} />}
    </span>
  );
}
