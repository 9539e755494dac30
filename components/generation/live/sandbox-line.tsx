"use client";
import { sandboxWords } from "#lib/core/view/run-words.ts";
import { ToneMark } from "../../ui/tone.tsx";
import { useRuns } from "./runs-context.tsx";

/** Which sandbox serves, quietly; and that the connection is lost, when it is. */
export function SandboxLine({ className, oneLine }: { className?: string; oneLine?: boolean }) {
  const { view, link } = useRuns();
  const words = view && sandboxWords(view.sandbox);
  return (
    <p role="status" className={className} title={link === "live" ? words?.long : undefined}>
      {link === "lost" ? (
        <span className="inline-flex items-center gap-1.5 text-warn">
          <ToneMark tone="warn" />
          Reconnecting
        </span>
      ) : words ? (
        <span className="inline-flex max-w-full items-center gap-1.5 text-ink-soft">
          {words.tone && <ToneMark tone={words.tone} />}
          <span className={oneLine ? "truncate" : undefined}>Sandbox: {words.short}</span>
        </span>
      ) : null}
    </p>
  );
}
