import { Kbd } from "./kbd.tsx";

export type KeyLines = readonly (readonly [keys: readonly string[], what: string])[];

/** What keys do, as a table. */
export function KeyTable({ lines }: { lines: KeyLines }) {
  return (
    <table className="w-full">
      <thead className="sr-only">
        <tr>
          <th scope="col">Keys</th>
          <th scope="col">What they do</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([keys, what]) => (
          <tr key={what} className="border-line border-b last:border-0">
            <td className="w-40 py-2">
              <span className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </span>
            </td>
            <td className="py-2">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
