"use client";
import Link from "next/link";
import { Button, buttonClass } from "#components/ui/button.tsx";

/** What is shown when a page fails for a reason of ours. The id is the one in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-16">
      <h1 className="text-xl font-semibold">This page could not be shown</h1>
      <p className="measure mt-3 text-base text-ink-soft">
        The mistake is ours, and your answers are safe: each was stored when it said “Saved”. Try again; if it stays,
        the id below finds the cause in the server's log.
      </p>
      {error.digest && <p className="mt-3 font-mono text-xs text-ink-soft">Error id {error.digest}</p>}
      <div className="mt-6 flex gap-2">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <Link href="/" className={buttonClass()}>
          Go to the start page
        </Link>
      </div>
    </main>
  );
}
