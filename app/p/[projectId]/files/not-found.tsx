"use client";
import { useParams } from "next/navigation";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";

/** An address that names no file of this plan: perhaps the design no longer has it. */
export default function FileNotFound() {
  const { projectId } = useParams<{ projectId: string }>();
  return (
    <main id="main" className="mx-auto max-w-[44rem] px-4 py-10">
      <h1 className="mb-4 text-lg font-semibold">There is no such file in the plan</h1>
      <EmptyState
        title="The address names a file that the plan does not have"
        action={
          <Link href={`/p/${projectId}/plan`} className={buttonClass("primary")}>
            Look at the plan
          </Link>
        }
      >
        An answer may have changed since the link was made. Drafts of a file that left the plan are kept, and come back
        with it.
      </EmptyState>
    </main>
  );
}
