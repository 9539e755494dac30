"use client";
import { useState } from "react";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";

/** A new order that is not kept yet, and the reason it needs. */
export function OrderBox({
  count,
  busy,
  onKeep,
  onDiscard,
}: {
  count: number;
  busy: boolean;
  onKeep(reason: string): void;
  onDiscard(): void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="mt-2 flex flex-wrap items-end gap-2 rounded border border-accent-line bg-accent-soft px-3 py-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onKeep(reason);
      }}
    >
      <label htmlFor="order-reason" className="min-w-[14rem] flex-1">
        <span className="mb-1 block font-semibold">
          {count === 1 ? "You moved one file. Why?" : `You moved ${count} files. Why?`}
        </span>
        <Input
          id="order-reason"
          dir="auto"
          maxLength={TEXT_LENGTHS.reason}
          value={reason}
          placeholder="Such as: pricing first, the rest waits for its review"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Button onClick={onDiscard}>Put it back</Button>
      <Button look="primary" type="submit" disabled={busy || !reason.trim()}>
        Keep this order
      </Button>
    </form>
  );
}
