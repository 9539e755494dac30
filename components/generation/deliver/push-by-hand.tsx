import { type PushCommands, pushCommands } from "#lib/core/delivery/push-commands.ts";
import { type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import type { PushView } from "#lib/core/view/push-view.ts";
import { Terminal } from "./terminal.tsx";

/** The same push as commands, for those who would rather run them; no token comes near this server then. */
export function PushByHand({ push, order }: { push: PushView; order: PushOrder }) {
  const ways =
    pushProblems(order).length === 0 ? pushCommands({ order, folder: push.name, site: push.sites[order.forge] }) : [];
  return (
    <details>
      <summary className="inline-block rounded py-1 underline decoration-line-strong underline-offset-2">
        Run it yourself instead
      </summary>
      <div className="mt-2 space-y-4">
        <p className="measure text-ink-soft">
          {ways.length > 0
            ? `Begin where ${push.name}.zip was downloaded to${order.history === "tasks" ? "; choose the zip with its history" : ""}.`
            : "Fill in owner and names above; the commands are made from them."}
        </p>
        {ways.map((way) => (
          <Way key={way.title} way={way} />
        ))}
      </div>
    </details>
  );
}

function Way({ way: { title, browser, commands } }: { way: PushCommands }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {browser && (
        <p className="measure pb-1.5 text-ink-soft">
          {browser.text}{" "}
          {browser.url && (
            <a href={browser.url} target="_blank" rel="noreferrer" className="break-all underline underline-offset-2">
              {browser.url}
            </a>
          )}
        </p>
      )}
      <Terminal commands={commands} />
    </div>
  );
}
