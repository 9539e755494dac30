"use client";
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { DecisionLive, DecisionText } from "#lib/core/view/decision-view.ts";
import type { Change } from "../journey/save-queue.ts";
import { StageContext, useStageTools } from "../journey/stage-context.ts";
import type { StageActions } from "../journey/use-stage.ts";
import { firstControl } from "../journey/use-stage-keys.ts";
import { useTyping } from "../journey/use-typing.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Drawer } from "../ui/drawer.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { DecisionField } from "../wizard/decision-field.tsx";
import { filesWith } from "./files-with.ts";
import { inShort, TrialFound } from "./trial-found.tsx";
import { useTrial } from "./use-trial.ts";
import { changesOf, type Wish } from "./use-wishes.ts";

interface Props {
  open: boolean;
  text: DecisionText;
  live: DecisionLive;
  /** What was tried so far. */
  wish: Wish;
  /** The stored version that it is compared with. */
  version: number;
  actions: Pick<StageActions, "tryAnswers" | "tryFile">;
  onEdit(path: string, changes: readonly Change[]): void;
  onTake(path: string, changes: Change[]): void;
  onDrop(path: string): void;
  /** Closes it; what was tried waits. */
  onClose(): void;
}

const ID = "what-if";
const FOUND = `${ID}-found`;

/** The editor of a question on another answer than the one that is given, and everything that answer would do. */
export function WhatIf({ open, text, live, wish, version, actions, onEdit, onTake, onDrop, onClose }: Props) {
  const page = useStageTools();
  const changes = useMemo(() => changesOf(wish, page.valueOf), [wish, page]);
  const { tried, late } = useTrial(actions.tryAnswers, changes, version);
  const { typed, typing } = useTyping();
  const [taking, setTaking] = useState(false);
  const ended = useRef(false);
  const editor = useRef<HTMLDivElement>(null);
  const waiting = typed || late;
  const problems = tried && !tried.found.ok ? tried.found.error : [];

  // What an editor changes besides its own answer is tried along with it, and its words are not on their way anywhere.
  const tools = useMemo(() => {
    const shown = (path: string) => (wish.has(path) ? wish.get(path) : page.valueOf(path));
    // An editor hands on its last words when it goes; those of a wish that was dropped are not wanted any more.
    const change = (more: readonly Change[]) => !ended.current && onEdit(text.path, more);
    return { ...page, files: filesWith(page.files, tried?.found), valueOf: shown, change, typing };
  }, [page, wish, tried, onEdit, text.path, typing]);

  useEffect(() => {
    if (!taking || waiting) return;
    setTaking(false);
    if (tried?.found.ok) onTake(text.path, changes);
    else editor.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [taking, waiting, tried, changes, onTake, text.path]);

  const close = () => {
    // Leaving a field hands on what was typed in it.
    if (editor.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    onClose();
  };
  const drop = () => {
    ended.current = true;
    onDrop(text.path);
  };
  const seeFound = () => {
    const found = document.getElementById(FOUND);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "start" });
  };

  return (
    <StageContext value={tools}>
      <Drawer
        open={open}
        onOpenChange={(next) => !next && close()}
        width="xl"
        title={`What if: ${text.label.toLowerCase()}`}
        description="Change the answer to see what that would do. Nothing is saved until you take it."
        initialFocus={(by) => by === "touch" || (editor.current && firstControl(editor.current))}
        footer={
          <>
            <div
              role="status"
              className={cx(
                "tabular -ml-3 w-full self-center empty:sr-only sm:mr-auto sm:w-auto",
                waiting && "opacity-60",
              )}
            >
              {tried?.found.ok && (
                <Button look="quiet" icon={<ArrowDown aria-hidden className="size-4 lg:hidden" />} onClick={seeFound}>
                  {inShort(tried.found.value)}
                </Button>
              )}
              {tried?.found.ok === false && <span className="px-3 text-ink-soft">It cannot be taken yet.</span>}
            </div>
            <Button onClick={drop}>Leave it as it is</Button>
            <Button
              look="primary"
              disabled={changes.length === 0 && !typed}
              aria-busy={taking}
              onClick={() => setTaking(true)}
            >
              Take this answer
            </Button>
          </>
        }
      >
        <div className="lg:grid lg:h-full lg:grid-cols-2">
          <ScrollRegion label="Another answer" className="py-1 sm:p-4 lg:border-line lg:border-r">
            <div ref={editor} className="border-line border-b sm:rounded sm:border">
              <h3 id={`${ID}-ask`} className="px-4 py-3 font-semibold text-balance">
                {text.ask}
              </h3>
              <DecisionField
                text={text}
                live={live}
                value={tools.valueOf(text.path)}
                problems={problems}
                id={ID}
                onChange={(value) => tools.change([{ path: text.path, value }])}
              />
            </div>
          </ScrollRegion>
          <ScrollRegion id={FOUND} label="What it would do" className="p-4">
            <div aria-busy={waiting} className={cx("transition-opacity", waiting && "opacity-60")}>
              <TrialFound tried={tried} changed={changes.length > 0} tryFile={actions.tryFile} />
            </div>
          </ScrollRegion>
        </div>
      </Drawer>
    </StageContext>
  );
}
