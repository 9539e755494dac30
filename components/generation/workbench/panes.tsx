"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { plainCode } from "#lib/core/view/code-text.ts";
import type { Neighbour, PaneView } from "#lib/core/view/pane-view.ts";
import type { TaskFacts } from "#lib/core/view/task-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { DiffBlock } from "../../ui/diff-block.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Select } from "../../ui/field.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CopyButton } from "../copy-button.tsx";
import { fileHref } from "../file-href.ts";

type Of<P extends PaneView["pane"]> = Extract<PaneView, { pane: P }>;

/** Two versions of the file, line by line. */
export function DiffPane({ view, base, path }: { view: Of<"diff">; base: string; path: string }) {
  const router = useRouter();
  const go = (from: string, to: string) => router.replace(`${base}?pane=diff&from=${from}&to=${to}`, { scroll: false });
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <Side
          id="diff-from"
          label="From"
          value={view.from}
          choices={view.choices}
          onChange={(value) => go(value, view.to)}
        />
        <Side
          id="diff-to"
          label="To"
          value={view.to}
          choices={view.choices}
          onChange={(value) => go(view.from, value)}
        />
        <p role="status" className="tabular pb-2 text-xs">
          <span className="text-good">+{view.added} added</span>{" "}
          <span className="text-stop">−{view.removed} removed</span>
        </p>
      </div>
      {view.problem ? (
        <EmptyState title="Nothing to compare">{view.problem}</EmptyState>
      ) : view.lines.length === 0 ? (
        <EmptyState title="No difference">
          The two are the same, byte for byte. Choose another draft to compare with.
        </EmptyState>
      ) : (
        <DiffBlock lines={view.lines} label={`What differs in ${path}`} />
      )}
    </div>
  );
}

function Side({
  id,
  label,
  value,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  choices: Of<"diff">["choices"];
  onChange(value: string): void;
}) {
  return (
    <label htmlFor={id} className="min-w-[12rem] flex-1 text-xs">
      <span className="mb-1 block font-semibold">{label}</span>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </label>
  );
}

/** What other files rely on, what the file must do, and what stands around it. */
export function ContractPane({ view, projectId, path }: { view: Of<"contract">; projectId: string; path: string }) {
  return (
    <div className="space-y-6">
      <section aria-labelledby="api">
        <h2 id="api" className="mb-2 font-semibold">
          Public names and signatures
        </h2>
        {view.lines ? (
          <CodeBlock
            lines={view.lines}
            label={`Contract of ${path}`}
            numbers={false}
            className="rounded border border-line px-3"
          />
        ) : (
          <p className="text-ink-soft">No other file relies on public names of this one.</p>
        )}
      </section>
      {view.requirements.length > 0 && (
        <section aria-labelledby="requirements">
          <h2 id="requirements" className="mb-2 font-semibold">
            Requirements
          </h2>
          <ul className="measure list-disc space-y-1 pl-5">
            {view.requirements.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Neighbours
        id="uses"
        title="Builds on"
        none="It stands on no other file."
        files={view.uses}
        projectId={projectId}
      />
      <Neighbours
        id="used"
        title="Used by"
        none="No other file builds on it."
        files={view.usedBy}
        projectId={projectId}
      />
    </div>
  );
}

function Neighbours({
  id,
  title,
  none,
  files,
  projectId,
}: {
  id: string;
  title: string;
  none: string;
  files: readonly Neighbour[];
  projectId: string;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      {files.length === 0 && <p className="text-ink-soft">{none}</p>}
      <ul className="space-y-1.5">
        {files.map((file) => (
          <li key={file.path}>
            <Link
              href={fileHref(projectId, file.path)}
              className="font-mono text-xs text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
            >
              {file.path}
            </Link>
            {file.status === "removed" && <Badge tone="warn">removed from the plan</Badge>}
            <span className="block text-xs text-ink-soft">{file.purpose}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sub-prompt in every form it is given to agents. */
export function PromptPane({ view }: { view: Of<"prompt"> }) {
  return (
    <Tabs
      label="Forms of the sub-prompt"
      tabs={view.forms.map((form) => ({
        id: form.id,
        label: form.label,
        content: (
          <div className="space-y-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="text-xs text-ink-soft">
                Complete on its own; paste the answer back with Edit, or drop the file here.
              </p>
              <CopyButton text={form.text} label="Copy" />
            </div>
            <CodeBlock
              lines={plainCode(form.text)}
              label={`Sub-prompt for ${form.label}`}
              numbers={false}
              wrap
              className="max-h-[70dvh] overflow-y-auto rounded border border-line px-3"
            />
          </div>
        ),
      }))}
    />
  );
}

/** Every version that was kept; none is ever overwritten. */
export function HistoryPane({ facts, base }: { facts: TaskFacts; base: string }) {
  const current = facts.drafts.find((draft) => draft.current);
  return (
    <div className="space-y-6">
      <section aria-labelledby="drafts">
        <h2 id="drafts" className="mb-2 font-semibold">
          Drafts
        </h2>
        {facts.drafts.length === 0 && (
          <EmptyState title="No draft yet">
            What you or your agent write for this file will be listed here, version by version.
          </EmptyState>
        )}
        <ol className="divide-y divide-line rounded border border-line bg-panel empty:hidden">
          {facts.drafts.map((draft) => (
            <li key={draft.number} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
              <span className="font-semibold">Draft {draft.number}</span>
              <span>{draft.source}</span>
              {draft.current && <Badge tone="accent">on the table</Badge>}
              {draft.accepted && <Badge tone="good">accepted</Badge>}
              <span className="ml-auto text-xs text-ink-soft">{draft.at || "not kept yet"}</span>
              <span className="flex basis-full flex-wrap gap-x-3 text-xs text-ink-soft">
                <span className="font-mono" title={draft.sha256}>
                  {draft.sha256.slice(0, 12)}
                </span>
                {draft.reason && <span dir="auto">{draft.reason}</span>}
                {current && !draft.current && draft.at && (
                  <Link
                    href={`${base}?pane=diff&from=${draft.number}`}
                    className="text-accent underline underline-offset-2"
                  >
                    Compare with the one on the table
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {facts.changeRequests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests" className="mb-2 font-semibold">
            What you asked to change
          </h2>
          <ol className="measure list-decimal space-y-1 pl-5">
            {facts.changeRequests.map((request, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: requests are append-only, so a place never changes
              <li key={index} dir="auto">
                {request}
              </li>
            ))}
          </ol>
        </section>
      )}
      {facts.acknowledgement && (
        <Callout tone="warn" title="Accepted as it is, with this reason">
          <span dir="auto">{facts.acknowledgement}</span>
        </Callout>
      )}
    </div>
  );
}
