import { Skeleton } from "#components/ui/skeleton.tsx";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The plan's shape while it is drawn. */
export default function PlanLoading() {
  return (
    <main id="main" aria-busy="true" className="mx-auto w-full max-w-[60rem] px-4 pt-8 lg:pl-[14.5rem]">
      <p className="sr-only">The plan is being drawn.</p>
      <Skeleton className="h-8 w-56" />
      <Skeleton className="mt-5 h-8 w-24" />
      <Skeleton className="mt-3 h-4 w-4/5" />
      <div className="mt-10 rounded border border-line">
        {ROWS.map((row) => (
          <div key={row} className="flex gap-4 border-line border-b px-3 py-4 last:border-0">
            <Skeleton className="size-4" />
            <div className="flex-1 space-y-2">
              <Skeleton className="h-3 w-2/5" />
              <Skeleton className="h-3 w-3/5" />
            </div>
          </div>
        ))}
      </div>
    </main>
  );
}
