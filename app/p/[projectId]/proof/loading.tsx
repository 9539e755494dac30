import { Skeleton } from "#components/ui/skeleton.tsx";

/** The proof page's shape while it is drawn. */
export default function ProofLoading() {
  return (
    <main id="main" aria-busy="true" className="mx-auto w-full max-w-[72rem] px-4 pt-8">
      <p className="sr-only">The proof page is being drawn.</p>
      <Skeleton className="h-8 w-56" />
      <Skeleton className="mt-5 h-8 w-32" />
      <Skeleton className="mt-3 h-4 w-4/5" />
      <Skeleton className="mt-8 h-36" />
      <Skeleton className="mt-8 h-96" />
    </main>
  );
}
