import { Button, buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

/** What a person reads when a page fails for a reason of ours. The id is the one in the server's log. */
export function ErrorWords({ id, onRetry }: { id: string | undefined; onRetry(): void }) {
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-16">
      <h1 className="text-xl font-semibold">This page could not be shown</h1>
      <p className="measure mt-3 text-base text-ink-soft">
        The mistake is ours, and nothing you saved is lost. Try again; if it stays, the id below finds the cause in the
        server's log.
      </p>
      {id && <p className="mt-3 font-mono text-xs text-ink-soft">Error id {id}</p>}
      <div className="mt-6 flex gap-2">
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
        <Link href="/" className={buttonClass()}>
          Go to the start page
        </Link>
      </div>
    </main>
  );
}
