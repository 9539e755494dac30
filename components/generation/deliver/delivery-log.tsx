import type { DeliverView } from "#lib/core/view/deliver-view.ts";
import { EmptyState } from "../../ui/empty-state.tsx";

/** Every delivery so far, with its time, its number of files and its fingerprint. */
export function DeliveryLog({ deliveries }: { deliveries: DeliverView["deliveries"] }) {
  return (
    <section aria-labelledby="log">
      <h2 id="log" className="mb-3 text-lg font-semibold">
        Deliveries so far
      </h2>
      {deliveries.length === 0 ? (
        <EmptyState title="Nothing has been delivered yet">
          Each delivery will stand here with its time, its number of files and its fingerprint.
        </EmptyState>
      ) : (
        <Deliveries deliveries={deliveries} />
      )}
    </section>
  );
}

function Deliveries({ deliveries }: { deliveries: DeliverView["deliveries"] }) {
  return (
    <ol className="divide-y divide-line rounded border border-line bg-panel">
      {deliveries.map((one) => (
        <li key={`${one.hash}${one.at}${one.files}${one.left}`} className="flex flex-wrap gap-x-4 px-4 py-2">
          <span className="font-semibold">{one.kind}</span>
          <span>
            {one.files} files
            {one.left > 0 && <span className="text-warn">, without {one.left} planned</span>}
          </span>
          <span className="font-mono text-xs leading-5 text-ink-soft" title={one.hash}>
            {one.hash.slice(0, 12)}
          </span>
          <span className="ml-auto text-xs leading-5 text-ink-soft">
            {one.at}, {one.by}
          </span>
          {one.to && (
            <span className="basis-full text-xs leading-5 break-all text-ink-soft">
              <Out href={one.to.repository} /> at <code>{one.to.commit.slice(0, 12)}</code>
              {one.to.request && (
                <>
                  , <Out href={one.to.request} />
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const Out = ({ href }: { href: string }) => (
  <a href={href} target="_blank" rel="noreferrer" className="underline underline-offset-2">
    {href}
  </a>
);
