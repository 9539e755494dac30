import { CopyButton } from "../copy-button.tsx";

/** Commands to be typed, one to a line, with a button that copies them all. */
export function Terminal({ commands }: { commands: readonly string[] }) {
  return (
    <div className="flex w-full items-start gap-1 rounded border border-line bg-sunk py-1 pr-1 pl-3">
      <pre className="min-w-0 flex-1 py-1 text-xs leading-5 whitespace-pre-wrap">
        {commands.map((command) => (
          <span key={command} className="block">
            <span aria-hidden className="mr-2 text-ink-soft select-none">
              $
            </span>
            {command}
          </span>
        ))}
      </pre>
      <CopyButton look="quiet" text={`${commands.join("\n")}\n`} label="Copy" />
    </div>
  );
}
