"use client";
import { ShownOnce } from "../../generation/shown-once.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";

/** The one time the address of a link is shown. */
export function NewLink({ label, address, onDone }: { label: string; address: string; onDone(): void }) {
  return (
    <ShownOnce
      id="new-link"
      title={`The link for ${label}`}
      warning="Copy it now: we keep its hash only and cannot show it again. Whoever has it sees this design."
      secret={address}
      copyLabel="Copy the link"
    >
      <div className="flex flex-wrap gap-2">
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass()}>
          See what they see
        </a>
        <Button onClick={onDone}>I have it; hide it</Button>
      </div>
    </ShownOnce>
  );
}
