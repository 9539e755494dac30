import { Skeleton } from "#components/ui/skeleton.tsx";

/** The shape of a project page while its server part is on the way; invisible for the first 300 ms. */
export default function Loading() {
  return (
    <div
      role="status"
      aria-label="Loading the page"
      className="mx-auto grid w-full max-w-[92rem] gap-8 px-4 pt-8 lg:grid-cols-[14.5rem_minmax(0,1fr)_22.5rem]"
    >
      <div className="hidden space-y-4 lg:block">
        {["a", "b", "c", "d", "e", "f", "g"].map((key) => (
          <Skeleton key={key} className="h-5 w-36" />
        ))}
      </div>
      <div className="mx-auto w-full max-w-[43.5rem] space-y-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-4 w-full" />
        {["a", "b", "c"].map((key) => (
          <Skeleton key={key} className="h-48 w-full" />
        ))}
      </div>
    </div>
  );
}
