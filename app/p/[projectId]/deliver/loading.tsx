import { Skeleton } from "#components/ui/skeleton.tsx";

/** The delivery page's shape while it is drawn. */
export default function DeliverLoading() {
  return (
    <main id="main" aria-busy="true" className="mx-auto w-full max-w-[47.5rem] px-4 pt-8">
      <p className="sr-only">The delivery page is being drawn.</p>
      <Skeleton className="h-8 w-56" />
      <Skeleton className="mt-5 h-8 w-32" />
      <Skeleton className="mt-3 h-4 w-4/5" />
      <Skeleton className="mt-8 h-24" />
      <div className="mt-8 space-y-px">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </div>
    </main>
  );
}
