import { type PushWay, pushCommands } from "#lib/core/delivery/push-commands.ts";
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
      <div className="mt-2 space-y-5">
        <p className="measure text-ink-soft">
          {ways.length > 0
            ? `Begin where ${push.name}.zip was downloaded to${order.history === "tasks" ? "; choose the zip with its history" : ""}, and stay there. If a step fails, mend what it says and type it again; those before it need no second time.`
            : "Fill in owner and names above; the commands are made from them."}
        </p>
        {ways.map((way) => (
          <Way key={way.title} way={way} />
        ))}
      </div>
    </details>
  );
}

function Way({ way: { title, steps } }: { way: PushWay }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ol className="list-decimal space-y-2 pl-5 marker:text-ink-soft">
        {steps.map(({ does, command, url }) => (
          <li key={does}>
            <p className="measure pb-1 text-ink-soft">{does}</p>
            {command && <Terminal commands={[command]} />}
            {url && (
              <a href={url} target="_blank" rel="noreferrer" className="break-all underline underline-offset-2">
                {url}
              </a>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
