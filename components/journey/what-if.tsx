"use client";
import { useCallback, useEffect, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { DecisionLive, DecisionText } from "#lib/core/view/decision-view.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { DesignsCompared } from "../compare/designs-compared.tsx";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { cx } from "../ui/cx.ts";
import { Drawer } from "../ui/drawer.tsx";
import { Messages } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FIELDS } from "../wizard/fields/index.tsx";
import type { StageActions, Trial } from "./use-stage.ts";

interface Props {
  open: boolean;
  text: DecisionText;
  live: DecisionLive;
  /** The answer as it stands. */
  value: unknown;
  actions: Pick<StageActions, "tryAnswer" | "tryFile">;
  onTake(value: unknown): void;
  onClose(): void;
}

const ID = "what-if";

/** Another answer to one decision and everything it would do; nothing is saved until it is taken. */
export function WhatIf({ open, text, live, value, actions, onTake, onClose }: Props) {
  const [wish, setWish] = useState(value);
  const { path } = text;
  const other = JSON.stringify(wish ?? null) !== JSON.stringify(value ?? null);
  const trial = useTrial(actions.tryAnswer, path, wish, other);
  const diffOf = useCallback((file: string) => actions.tryFile({ path, value: wish }, file), [actions, path, wish]);
  const FieldOfKind = FIELDS[text.kind];
  const problems = other && trial.found && !trial.found.ok ? trial.found.error : [];
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && onClose()}
      width="lg"
      title={`What if: ${text.label.toLowerCase()}`}
      description="Choose another answer to see what it would do. Nothing is saved until you take it."
      footer={
        <>
          {other && trial.found?.ok && <Short view={trial.found.value.view} />}
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button
            look="primary"
            disabled={!other || !trial.found?.ok}
            onClick={() => {
              onTake(wish);
              onClose();
            }}
          >
            Take this answer
          </Button>
        </>
      }
    >
      <div className="p-4">
        <h3 id={`${ID}-ask`} className="mb-2 font-semibold">
          {text.ask}
        </h3>
        <div className="overflow-hidden rounded border border-line">
          <FieldOfKind text={text} live={live} value={wish} problems={problems} id={ID} onChange={setWish} />
        </div>
        <Messages id={`${ID}-problem`} problems={problems} />
        <div aria-live="polite" className="mt-4">
          {!other && <p className="text-ink-soft">This is your answer as it stands.</p>}
          {other && !trial.found && <Skeleton className="h-40 w-full" />}
          {other && trial.found?.ok && <Found trial={trial.found.value} late={trial.late} diffOf={diffOf} />}
        </div>
      </div>
    </Drawer>
  );
}

/** What it comes to, in view however far one has scrolled. */
function Short({ view }: { view: DesignsView }) {
  const [now, then] = [view.left.score?.total, view.right.score?.total];
  return (
    <p className="tabular mr-auto self-center text-ink-soft">
      {now === undefined || then === undefined ? "" : `Score ${now === then ? now : `${now} → ${then}`}, `}
      {view.files.length} {view.files.length === 1 ? "file differs" : "files differ"}
    </p>
  );
}

interface FoundProps {
  trial: Trial;
  late: boolean;
  diffOf: Parameters<typeof DesignsCompared>[0]["diffOf"] & {};
}

function Found({ trial: { view, stale }, late, diffOf }: FoundProps) {
  return (
    <div className={cx("space-y-4 transition-opacity", late && "opacity-60")} aria-busy={late}>
      {view.left.tier !== view.right.tier && (
        <p>
          The tier becomes <strong>{view.right.tier}</strong>.
        </p>
      )}
      {stale.length > 0 && (
        <Callout tone="warn" title="Taking it makes stale">
          <ul className="list-disc pl-4">
            {stale.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </Callout>
      )}
      <DesignsCompared view={view} names={{ left: "As it is", right: "With it" }} diffOf={diffOf} linkable={false} />
    </div>
  );
}

/** A moment in which further clicks count as one. */
const PAUSE_MS = 150;

/** Asks what an answer would do; the last picture stays until the next is there. */
function useTrial(tryAnswer: StageActions["tryAnswer"], path: string, wish: unknown, wanted: boolean) {
  const [state, setState] = useState<{ wish: unknown; found: Result<Trial> } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const keep = (found: Result<Trial>) => current && setState({ wish, found });
    const timer = setTimeout(() => {
      tryAnswer({ path, value: wish })
        .then(keep)
        .catch(() => keep(UNREACHED));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [tryAnswer, path, wish, wanted]);
  return { found: state?.found ?? null, late: state !== null && state.wish !== wish };
}

const UNREACHED: Result<Trial> = {
  ok: false,
  error: [
    {
      path: "",
      code: "unreached",
      message: "The server did not answer.",
      hint: "Choose again when the connection is back.",
    },
  ],
};
