import type { GivenVerdict } from "#lib/core/share/discussion.ts";
import type { SharedView } from "#lib/core/view/shared-view.ts";
import { Callout } from "../ui/callout.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { LostThreads } from "./lost-threads.tsx";
import { SharedDecisions } from "./shared-decisions.tsx";
import { SharedFiles, type SharedTask } from "./shared-files.tsx";
import { SharedReviewPart } from "./shared-review.tsx";
import { WithMargin } from "./threads.tsx";
import { VerdictForm } from "./verdict-form.tsx";
import { VerdictList } from "./verdict-list.tsx";

interface Props {
  view: SharedView;
  verdicts: readonly GivenVerdict[];
  /** Ids of threads about parts that the page no longer has. */
  lost: readonly string[];
  now: number;
  /** What changed since the link was made; null where nothing did. */
  since: { words: string; made: string; href: string } | null;
  tasks: readonly SharedTask[];
  hrefs: Readonly<Record<string, string>>;
}

const PARTS = [
  ["design", "Decisions"],
  ["reviews", "Reviews"],
  ["files", "Files"],
  ["verdict", "Verdict"],
] as const;

/** One readable column with the comments in its margin (FACE, "shared review"). */
export function SharedDesign({ view, verdicts, lost, now, since, tasks, hrefs }: Props) {
  return (
    <main id="main" className="mx-auto max-w-[72rem] px-4 pt-8 pb-24 md:px-8">
      <WithMargin anchor={{ kind: "general" }} about="the design as a whole">
        <p className="text-xs text-ink-soft">Design review</p>
        <h1 dir="auto" className="mt-0.5 text-xl font-semibold">
          {view.title}
        </h1>
        <p dir="auto" className="measure mt-2 text-base">
          {view.description || <span className="text-ink-soft">Nobody has described it yet.</span>}
        </p>
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
          {view.facts.map(({ label, words }) => (
            <div key={label} className="flex gap-2">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </WithMargin>
      {since && (
        <Callout tone="notice" title={`Changed since this link was made, ${since.made}`} className="mt-5">
          {since.words}.{" "}
          <Link href={since.href} prefetch={false} className="rounded text-accent underline underline-offset-2">
            See what changed
          </Link>
        </Callout>
      )}
      <nav data-chrome aria-label="Parts" className="-mx-2 mt-5 flex flex-wrap gap-1 border-line border-b pb-2">
        {PARTS.map(([id, words]) => (
          <a
            key={id}
            href={`#${id}`}
            className="rounded px-2 py-1 font-semibold text-ink-soft hover:bg-sunk hover:text-ink"
          >
            {words}
          </a>
        ))}
      </nav>
      <section aria-labelledby="design" className="mt-8">
        <h2 id="design" className="scroll-mt-20 text-lg font-semibold">
          Decisions
        </h2>
        {view.stages.map((stage) => (
          <SharedDecisions key={stage.id} stage={stage} />
        ))}
      </section>
      <section aria-labelledby="reviews" className="mt-12">
        <h2 id="reviews" className="scroll-mt-20 text-lg font-semibold">
          Reviews by the critic
        </h2>
        {view.reviews.length === 0 ? (
          <div className="mt-3">
            <EmptyState title="No review has been run">
              The score, its five dimensions and each finding with its evidence will be here.
            </EmptyState>
          </div>
        ) : (
          view.reviews.map((review) => <SharedReviewPart key={review.checkpoint} review={review} />)
        )}
      </section>
      <section aria-labelledby="files" className="mt-12 space-y-3">
        <h2 id="files" className="scroll-mt-20 text-lg font-semibold">
          {tasks.length === 0 ? "Files" : `${tasks.length} files`}
        </h2>
        {tasks.length === 0 ? (
          <EmptyState title="There is no plan yet">
            Once every question is answered, the tree and the plan will be here, and each file with its lines.
          </EmptyState>
        ) : (
          <SharedFiles tasks={tasks} hrefs={hrefs} />
        )}
      </section>
      {lost.length > 0 && (
        <section aria-labelledby="lost" className="mt-12 max-w-[44rem] space-y-3">
          <h2 id="lost" className="scroll-mt-20 text-lg font-semibold">
            Comments on parts that are gone
          </h2>
          <LostThreads ids={lost} />
        </section>
      )}
      <section aria-labelledby="verdict" className="mt-12 space-y-4">
        <h2 id="verdict" className="scroll-mt-20 text-lg font-semibold">
          Verdict
        </h2>
        {verdicts.length > 0 && <VerdictList verdicts={verdicts} now={now} />}
        <VerdictForm />
      </section>
    </main>
  );
}
