"use client";
import { useEffect, useRef, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { isOpen } from "#lib/core/view/task-open.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { WorkActions } from "./work-actions.ts";

export interface GroupActions extends Pick<WorkActions, "accept"> {
  check(paths: string[]): Promise<Result<{ path: string; checked: CheckedView }[]>>;
}

const AT_ONCE = 8;

interface Checked {
  path: string;
  checked: CheckedView;
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
  const [found, setFound] = useState<Checked[]>([]);
  const [asked, setAsked] = useState(0);
  const [broken, setBroken] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const act = useAct();
  const check = useRef(actions.check);

  useEffect(() => {
    let stopped = false;
    const run = async () => {
      for (let at = 0; at < wanted.length && !stopped; at += AT_ONCE) {
        const result = await check.current(wanted.slice(at, at + AT_ONCE)).catch(() => null);
        if (stopped) return;
        if (!result?.ok) {
          setBroken(
            result?.error[0]?.message ??
              "The server could not be reached. Nothing was accepted; close this and try again.",
          );
          return;
        }
        setFound((before) => [...before, ...result.value]);
        setAsked(Math.min(at + AT_ONCE, wanted.length));
      }
    };
    void run();
    return () => {
      stopped = true;
    };
  }, [wanted]);

  const done = asked >= wanted.length;
  const passing = found.filter(({ checked }) => checked.verdict.accept === "yes");
  const others = found.filter(({ checked }) => checked.verdict.accept !== "yes");
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
        {others.length > 0 && (
          <details>
            <summary className="rounded font-semibold text-warn">
              {others.length === 1
                ? "One file is left out because a check fails"
                : `${others.length} files are left out because a check fails`}
            </summary>
            <ul className="mt-2 space-y-1.5">
              {others.map(({ path, checked }) => (
                <li key={path}>
                  <span className="font-mono text-xs break-all">{path}</span>
                  <span className="block text-xs text-ink-soft">{checked.verdict.because}</span>
                </li>
              ))}
            </ul>
          </details>
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
                        <span className="font-mono text-xs text-ink-soft" title={checked.sha256}>
                          {checked.sha256.slice(0, 12)}
                        </span>
                      </span>
                    }
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        <p className="text-xs text-ink-soft">
          Types, tests and build are not among these checks: they run code and need the validation sandbox.
        </p>
      </div>
    </Dialog>
  );
}
