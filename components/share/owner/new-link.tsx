"use client";
import { useEffect, useRef } from "react";
import { CopyButton } from "../../generation/copy-button.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ToneMark } from "../../ui/tone.tsx";

/** The one time the address of a link is shown. */
export function NewLink({ label, address, onDone }: { label: string; address: string; onDone(): void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="new-link"
      className="space-y-3 rounded border border-accent-line bg-accent-soft px-5 py-4"
    >
      <div>
        <h2 id="new-link" className="text-lg font-semibold" dir="auto">
          The link for {label}
        </h2>
        <p className="measure mt-1 flex gap-2">
          <ToneMark tone="warn" className="mt-[3px]" />
          Copy it now: we keep its hash only and cannot show it again. Whoever has it sees this design.
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 rounded border border-line bg-panel py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 break-all" data-address>
          {address}
        </code>
        <CopyButton text={address} label="Copy the link" />
      </div>
      <div className="flex flex-wrap gap-2">
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass()}>
          See what they see
        </a>
        <Button onClick={onDone}>I have it; hide it</Button>
      </div>
    </section>
  );
}
