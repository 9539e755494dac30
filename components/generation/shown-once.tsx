"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { ToneMark } from "../ui/tone.tsx";
import { CopyButton } from "./copy-button.tsx";

interface Props {
  id: string;
  title: string;
  /** Why it has to be copied now. */
  warning: string;
  secret: string;
  copyLabel: string;
  /** What to do with it, and how to hide it. */
  children: ReactNode;
}

/** The one time a secret is shown; takes the focus, so that nobody leaves without having heard of it. */
export function ShownOnce({ id, title, warning, secret, copyLabel, children }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="space-y-4 rounded border border-accent-line bg-accent-soft px-5 py-4"
    >
      <div>
        <h2 id={id} className="text-lg font-semibold" dir="auto">
          {title}
        </h2>
        <p className="measure mt-1 flex gap-2">
          <ToneMark tone="warn" className="mt-[3px]" />
          {warning}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 rounded border border-line bg-panel py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 break-all" data-secret>
          {secret}
        </code>
        <CopyButton text={secret} label={copyLabel} />
      </div>
      {children}
    </section>
  );
}
