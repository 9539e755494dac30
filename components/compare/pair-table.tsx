import { Fragment, type ReactNode } from "react";
import { cx } from "../ui/cx.ts";

interface Row {
  key: string;
  name: ReactNode;
  left: ReactNode;
  right: ReactNode;
}

interface Props {
  caption: string;
  names: { left: string; right: string };
  groups: readonly { title: string; rows: readonly Row[] }[];
}

/** Two columns, facts aligned row by row, in groups; on a phone the name of a fact stands above its two sides. */
export function PairTable({ caption, names, groups }: Props) {
  return (
    <div className="overflow-hidden rounded border border-line bg-panel">
      <table className="w-full table-fixed">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b bg-sunk text-left text-xs">
            <td className="hidden w-44 md:table-cell" />
            <th scope="col" className="px-3 py-2 font-semibold [overflow-wrap:anywhere]">
              {names.left}
            </th>
            <th scope="col" className="border-line border-l px-3 py-2 font-semibold [overflow-wrap:anywhere]">
              {names.right}
            </th>
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title} className="border-line border-b last:border-b-0">
            <tr className="border-line border-b">
              <GroupTitle title={title} columns={2} className="md:hidden" />
              <GroupTitle title={title} columns={3} className="hidden md:table-cell" />
            </tr>
            {rows.map(({ key, name, left, right }) => (
              <Fragment key={key}>
                <tr className="border-line border-b bg-sunk/50 md:hidden">
                  <th scope="row" colSpan={2} className="px-3 py-1 text-left text-xs">
                    {name}
                  </th>
                </tr>
                <tr className="border-line border-b align-top last:border-b-0">
                  <th scope="row" className="hidden px-3 py-2 text-left font-semibold md:table-cell">
                    {name}
                  </th>
                  <td className="px-3 py-2">{left}</td>
                  <td className="border-line border-l px-3 py-2">{right}</td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The column of names is not there on a phone, and a heading over too many columns would make one. */
const GroupTitle = ({ title, columns, className }: { title: string; columns: number; className: string }) => (
  <th scope="rowgroup" colSpan={columns} className={cx("px-3 pt-3 pb-1.5 text-left text-xs text-ink-soft", className)}>
    {title}
  </th>
);
