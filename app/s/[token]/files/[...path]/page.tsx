import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openOr404 } from "#app/_server/share/open-link.ts";
import { sharedPlan } from "#app/_server/share/shared-page.ts";
import { peekOf } from "#app/_server/task-panes.ts";
import { SharedFile } from "#components/share/shared-file.tsx";
import { Link } from "#components/ui/link.tsx";

interface Props {
  params: Promise<{ token: string; path: string[] }>;
}

const pathOf = (segments: readonly string[]): string => segments.map(decodeURIComponent).join("/");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pathOf((await params).path) };
}

/** One file of a shared design: what it is for, its contract, and its lines to comment on. */
export default async function SharedFilePage({ params }: Props) {
  const { token, path: segments } = await params;
  const open = await openOr404(token);
  const plan = await sharedPlan(open);
  const task = plan?.generation.tasks.find(({ path }) => path === pathOf(segments));
  if (!plan || !task) notFound();
  const { because, ...peek } = await peekOf(plan.generation, task, new Map());
  return (
    <main id="main" className="mx-auto max-w-[72rem] px-4 pt-6 pb-24 md:px-8">
      <Link href={`/s/${token}#files`} className="rounded text-ink-soft hover:text-accent">
        Back to the design
      </Link>
      <SharedFile
        file={{
          ...peek,
          because: because.map(({ path, label, words }) => ({ label, words, href: `/s/${token}#${path}` })),
        }}
      />
    </main>
  );
}
