import type { Metadata } from "next";
import { openOr404 } from "#app/_server/share/open-link.ts";
import { SharedChanges } from "#components/share/shared-changes.tsx";
import { Link } from "#components/ui/link.tsx";
import { compareTexts } from "#lib/core/compare/compare-texts.ts";
import { both } from "#lib/core/compare/sides.ts";
import { diffLines } from "#lib/core/view/diff-lines.ts";
import { whenWords } from "#lib/core/view/when.ts";
import { changesSince } from "#lib/wizard/changes-since.ts";

export const metadata: Metadata = { title: "What changed" };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the owner changed since the link was made. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { token } = await params;
  const open = await openOr404(token);
  const asked = (await searchParams).file;
  const since = await changesSince(open.caller, open.projectId, open.version);
  if (!since.ok) return null;
  const { comparison, sides } = since.value;
  const { files } = comparison;
  // Code tells most of what a change means.
  const chosen =
    files.find((file) => file.path === asked) ?? files.find((file) => file.path.endsWith(".py")) ?? files[0];
  const path = chosen?.path;
  const texts = both(sides, (side) => side.files.find((file) => file.path === path)?.text ?? "");
  const shown = path ? { path, lines: diffLines(compareTexts(path, texts.left, texts.right).hunks) } : null;
  return (
    <main id="main" className="mx-auto max-w-[60rem] px-4 pt-6 pb-24 md:px-8">
      <Link href={`/s/${token}`} className="rounded text-ink-soft hover:text-accent">
        Back to the design
      </Link>
      <h1 className="mt-3 text-xl font-semibold">What changed since the link was made</h1>
      <p className="mt-1 mb-8 text-ink-soft">
        It was made {whenWords(open.createdAt, open.caller.now.getTime())}, and shows the design as it is now.
      </p>
      <SharedChanges
        comparison={comparison}
        shown={shown}
        fileHref={(file) => `/s/${token}/changes?${new URLSearchParams({ file })}`}
      />
    </main>
  );
}
