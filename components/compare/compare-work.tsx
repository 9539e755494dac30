import type { ComparedSide, CompareView } from "#lib/core/view/compare-view.ts";
import { Badge } from "../ui/badge.tsx";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";
import { AlignedCode } from "./aligned-code.tsx";
import { ComparePicker } from "./compare-picker.tsx";

/** Two options side by side: their facts row by row, then a real file with the differences marked. */
export function CompareWork({ view, fileHref }: { view: CompareView; fileHref(path: string): string }) {
  const { left, right } = view;
  return (
    <>
      <div className="mt-6 overflow-hidden rounded border border-line bg-panel">
        <table className="w-full table-fixed">
          <caption className="sr-only">
            {left.label} and {right.label} compared
          </caption>
          <thead>
            <tr className="border-line border-b bg-sunk align-top">
              <td className="hidden w-32 md:table-cell" />
              <th scope="col" className="p-3 text-left">
                <ComparePicker side="a" label="Left option" value={left.id} other={right.id} options={view.options} />
                <Words side={left} />
              </th>
              <th scope="col" className="border-line border-l p-3 text-left">
                <ComparePicker side="b" label="Right option" value={right.id} other={left.id} options={view.options} />
                <Words side={right} />
              </th>
            </tr>
          </thead>
          <tbody>
            {left.facts.map(({ name, text }, index) => (
              <Fact key={name} name={name} left={text} right={right.facts[index]?.text ?? ""} />
            ))}
            <Fact name="Files of its own" left={String(left.onlyHere)} right={String(right.onlyHere)} />
            {(left.gaps.length > 0 || right.gaps.length > 0) && (
              <Fact
                name="No template yet"
                left={left.gaps.join(" ") || "Everything has one."}
                right={right.gaps.join(" ") || "Everything has one."}
              />
            )}
          </tbody>
        </table>
      </div>
      <section aria-labelledby="files" className="mt-10">
        <h2 id="files" className="text-lg font-semibold">
          What it does to the files
        </h2>
        <p className="mt-1 text-ink-soft">
          {view.files.length === 0
            ? "Both give the same files, byte for byte."
            : `${view.files.length} ${view.files.length === 1 ? "file differs" : "files differ"}, ${view.same} are the same.`}
        </p>
        {view.files.length > 0 && (
          <nav aria-label="Files that differ" className="mt-3 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
            {view.files.map(({ path, on }) => (
              <Link
                key={path}
                href={fileHref(path)}
                scroll={false}
                aria-current={path === view.shown?.path ? "true" : undefined}
                className={cx(
                  "rounded border px-2 py-1 font-mono text-xs",
                  path === view.shown?.path
                    ? "border-accent bg-accent-soft"
                    : "border-line bg-panel hover:border-accent",
                )}
              >
                {path}
                {on !== "both" && (
                  <span className="ml-1.5 font-sans text-ink-soft">
                    only {on === "left" ? left.label : right.label}
                  </span>
                )}
              </Link>
            ))}
          </nav>
        )}
        {view.shown && (
          <div className="mt-4">
            <AlignedCode rows={view.shown.rows} left={left.label} right={right.label} path={view.shown.path} />
          </div>
        )}
      </section>
    </>
  );
}

function Words({ side }: { side: ComparedSide }) {
  return (
    <span className="mt-2 flex min-h-5 flex-wrap gap-1.5">
      {side.chosen && <Badge tone="good">Your answer</Badge>}
      {side.suggested && <Badge tone="accent">Suggested</Badge>}
    </span>
  );
}

function Fact({ name, left, right }: { name: string; left: string; right: string }) {
  return (
    <>
      <tr className="border-line border-b bg-sunk/50 md:hidden">
        <th scope="rowgroup" colSpan={2} className="px-3 py-1 text-left text-xs text-ink-soft">
          {name}
        </th>
      </tr>
      <tr className="border-line border-b align-top last:border-b-0">
        <th scope="row" className="hidden p-3 text-left text-xs leading-5 text-ink-soft md:table-cell">
          {name}
        </th>
        <td className="p-3">{left}</td>
        <td className={cx("border-line border-l p-3", left === right && "text-ink-soft")}>{right}</td>
      </tr>
    </>
  );
}
