"use client";
import { useEffect, useState } from "react";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { isOpen } from "#lib/core/view/task-open.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Link } from "../../ui/link.tsx";
import { useRuns } from "../live/runs-context.tsx";
import { type CheckedFile, type CheckSome, useCheckAll } from "../live/use-check-all.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { WorkActions } from "./work-actions.ts";

export interface GroupActions extends Pick<WorkActions, "accept"> {
  check: CheckSome;
}

/** Checks every open file with counts, then accepts those whose checks all pass, by name, in one explicit act. */
export function GroupAccept({
  view,
  actions,
  onClose,
}: {
  view: GenerationView;
  actions: GroupActions;
  onClose(): void;
}) {
  const [wanted] = useState(() =>
    view.tasks.filter((row) => isOpen(row) && row.draft !== null).map(({ path }) => path),
  );
  const { found, asked, broken, start, stop } = useCheckAll(actions.check);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const act = useAct();

  const { view: runs } = useRuns();
  /** Changes when a run ends: what waited for it may pass now. */
  const ended = runs?.runs.find(({ finishedAt }) => finishedAt !== null)?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ended` is what has to start it again
  useEffect(() => {
    void start(wanted);
    return stop;
  }, [start, stop, wanted, ended]);

  const done = asked >= wanted.length;
  const passing = found.filter(({ checked }) => checked.verdict.accept === "yes");
  const failing = found.filter(({ checked }) => checked.verdict.state === "needs-revision");
  const waiting = found.filter(({ checked }) => checked.verdict.state === "waiting");
  const unrun = passing.filter(({ checked }) => checked.lines.some(({ needsContainer }) => needsContainer)).length;
  const named = passing.filter(({ path }) => !left.has(path));
  const accept = () =>
    act.run(
      () =>
        actions.accept(
          view.version,
          named.map(({ path, checked }) => ({ path, sha256: checked.sha256 })),
        ),
      onClose,
    );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title="Accept all that pass"
      description="Each file is bound to the SHA-256 of its current draft. Files you have not looked into are named here too: untick those you want to read first."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!done || act.busy || named.length === 0} onClick={accept}>
            {named.length === 1 ? "Accept this file" : `Accept these ${named.length} files`}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {!done && !broken && (
          <div role="status" aria-live="polite">
            <p className="tabular">
              Checked {asked} of {wanted.length}
            </p>
            <progress
              aria-label="Files checked"
              className="mt-1.5 h-1.5 w-full accent-accent"
              max={wanted.length}
              value={asked}
            />
          </div>
        )}
        {broken && (
          <Callout tone="stop" role="alert" title="The checks did not finish">
            {broken}
          </Callout>
        )}
        <ProblemList problems={act.problems} title="Nothing was accepted" />
        <LeftOut title="left out because a check fails" tone="text-warn" files={failing} />
        <LeftOut title="left out because the sandbox has not proved it yet" tone="text-notice" files={waiting} />
        {waiting.length > 0 && (
          <p className="text-xs text-ink-soft">
            They are looked at again as soon as a run ends.{" "}
            <Link href={`/p/${view.projectId}/proof`} className="underline underline-offset-2">
              See what runs, or run the whole repository
            </Link>
          </p>
        )}
        {done && passing.length === 0 && <p>No open file passes all its checks. Open one to see what it needs.</p>}
        {passing.length > 0 && (
          <fieldset>
            <legend className="mb-1 font-semibold">
              {passing.length === 1 ? "One file passes" : `${passing.length} files pass`}
            </legend>
            <ul>
              {passing.map(({ path, checked }) => (
                <li key={path} className="border-line border-b last:border-0">
                  <Checkbox
                    checked={!left.has(path)}
                    onChange={(event) =>
                      setLeft(
                        (before) =>
                          new Set(event.target.checked ? [...before].filter((one) => one !== path) : [...before, path]),
                      )
                    }
                    label={
                      <span className="flex flex-wrap justify-between gap-x-4">
                        <span className="font-mono text-xs break-all">{path}</span>
                        <span className="text-xs text-ink-soft">
                          {proofWords(checked)}{" "}
                          <span className="font-mono" title={checked.sha256}>
                            {checked.sha256.slice(0, 12)}
                          </span>
                        </span>
                      </span>
                    }
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        {unrun > 0 && (
          <p className="text-xs text-ink-soft">
            {unrun === 1 ? "For one of them" : `For ${unrun} of them`} types, tests or the build did not run: they
            execute code and need Docker.
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** How many checks passed, and how many did not run. */
function proofWords({ lines }: CheckedView): string {
  const passed = lines.filter(({ status }) => status === "pass" || status === "partial").length;
  const skipped = lines.length - passed;
  return `${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Files that this act does not accept, each with the reason; their own pages take a written one. */
function LeftOut({ title, tone, files }: { title: string; tone: string; files: readonly CheckedFile[] }) {
  if (files.length === 0) return null;
  return (
    <details>
      <summary className={cx("rounded font-semibold", tone)}>
        {files.length === 1 ? `One file is ${title}` : `${files.length} files are ${title}`}
      </summary>
      <ul className="mt-2 space-y-1.5">
        {files.map(({ path, checked }) => (
          <li key={path}>
            <span className="font-mono text-xs break-all">{path}</span>
            <span className="block text-xs text-ink-soft">{checked.verdict.because}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
