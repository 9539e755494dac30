import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { stageFour } from "#app/_server/generation.ts";
import { fileHref } from "#components/generation/file-href.ts";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { isOpen } from "#lib/core/view/task-open.ts";

export const metadata: Metadata = { title: "Files" };

/** Leads to the first file that is still to be decided. */
export default async function FilesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked) return null;
  const first = four.view.tasks.find(isOpen) ?? four.view.tasks[0];
  if (first) redirect(fileHref(projectId, first.path));
  return (
    <main id="main" className="p-6">
      <EmptyState
        title="The plan has no files"
        action={
          <Link href={`/p/${projectId}/plan`} className={buttonClass("primary")}>
            Open the plan
          </Link>
        }
      >
        Here you will see each planned file with its draft and its checks. Add a file to the plan to begin.
      </EmptyState>
    </main>
  );
}
