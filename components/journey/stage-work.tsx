"use client";
import { useRouter } from "next/navigation";
import { lazy, useMemo, useState } from "react";
import type { StageLive, StageText } from "#lib/core/view/stage-view.ts";
import { ConsequencesPanel } from "../consequences/consequences-panel.tsx";
import { useConsequences } from "../consequences/use-consequences.ts";
import { ProjectFrame } from "../shell/project-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import { changesOf, useWishes } from "../what-if/use-wishes.ts";
import { DecisionCard } from "../wizard/decision-card.tsx";
import { stepBefore } from "./back-link.tsx";
import { BarAct, nextStep } from "./bar-act.tsx";
import { ConfirmBox } from "./confirm-box.tsx";
import { focusQuestion } from "./places.ts";
import { RuleNote, RulesList, weightyRules } from "./rules-list.tsx";
import type { Change } from "./save-queue.ts";
import { StageBar } from "./stage-bar.tsx";
import { StageContext } from "./stage-context.ts";
import { StageSummary } from "./stage-summary.tsx";
import { reasonKey, type StageActions, useStage } from "./use-stage.ts";
import { useStageKeys } from "./use-stage-keys.ts";

const Drawer = lazy(() => import("../ui/drawer.tsx").then((module) => ({ default: module.Drawer })));
const HelpSheet = lazy(() => import("./help-sheet.tsx").then((module) => ({ default: module.HelpSheet })));
const WhatIf = lazy(() => import("../what-if/what-if.tsx").then((module) => ({ default: module.WhatIf })));
const ImpactDialog = lazy(() => import("./impact-dialog.tsx").then((module) => ({ default: module.ImpactDialog })));

interface Props {
  text: StageText;
  initial: StageLive;
  actions: StageActions;
}

/** The page of a question stage: every decision as a card, then the summary that a person confirms. */
export function StageWork({ text, initial, actions }: Props) {
  const stage = useStage(text.stage, initial, actions);
  const { live } = stage;
  const { projectId, version } = live.journey;
  const router = useRouter();
  const consequences = useConsequences(projectId, version);
  const [help, setHelp] = useState(false);
  const [panel, setPanel] = useState(false);
  const wishes = useWishes();
  const [busy, setBusy] = useState(false);

  const keys = useMemo(
    () => ({
      undo: () => void stage.act("undo"),
      redo: () => void stage.act("redo"),
      help: () => setHelp(true),
      compare: (href: string, option: string | undefined) => {
        if (href) router.push(option ? `${href}&b=${option}` : href);
      },
      whatIf: wishes.open,
      suggest: (path: string) => {
        const suggestion = live.decisions.find((one) => one.path === path)?.suggestion;
        if (suggestion) void stage.change([{ path, value: suggestion.value }]);
      },
    }),
    [stage.act, stage.change, live, router, wishes.open],
  );
  useStageKeys(keys);

  const asked = text.decisions.flatMap((decision) => {
    const now = live.decisions.find(({ path }) => path === decision.path);
    return now?.asked ? [{ decision, now }] : [];
  });
  const tried = asked.find(({ decision }) => decision.path === wishes.asked?.path);
  const refused = asked.filter(({ decision: { path } }) => (stage.problems[path] ?? []).length > 0);
  const consequencesPanel = (onLeave?: () => void) => (
    <ConsequencesPanel projectId={projectId} view={consequences.view} failed={consequences.failed} onLeave={onLeave} />
  );

  const confirm = async () => {
    setBusy(true);
    const after = await stage.act("confirm");
    setBusy(false);
    if (!after) return;
    const next = nextStep(after, text.stage);
    if (next) router.push(`/p/${projectId}/${next.href}`);
  };

  const tools = useMemo(
    () => ({
      projectId,
      files: consequences.view?.files ?? null,
      valueOf: (path: string) => stage.shownValue(path, live.decisions.find((one) => one.path === path)?.value),
      change: (changes: Change[]) => void stage.change(changes),
      readTree: actions.readTree,
      guidedPaths: actions.guidedPaths,
      weigh: actions.weigh,
      typing: stage.typing,
    }),
    [projectId, consequences.view, live, stage.shownValue, stage.change, stage.typing, actions],
  );

  return (
    <StageContext value={tools}>
      <ProjectFrame
        journey={live.journey}
        current={text.stage}
        panel={consequencesPanel()}
        bar={
          <StageBar
            status={stage.status}
            refused={refused.length}
            back={stepBefore(live.journey, text.stage)}
            onRefused={() => focusQuestion(refused[0]?.decision.path)}
            undo={live.journey.undo}
            redo={live.journey.redo}
            onUndo={keys.undo}
            onRedo={keys.redo}
            onHelp={keys.help}
            onPanel={() => setPanel(true)}
          >
            <BarAct live={live} stage={text.stage} confirm={text.confirm} />
          </StageBar>
        }
      >
        <header className="mb-6">
          <p className="text-xs text-ink-soft">Stage {text.number}</p>
          <h1 className="mt-0.5 text-xl font-semibold">{text.title}</h1>
          <p className="measure mt-2 text-ink-soft">{text.intro}</p>
        </header>
        <div className="mb-6 space-y-2 empty:hidden">
          {live.status === "stale" && (
            <Callout tone="warn" title="This stage needs another look">
              {live.because} Read the summary and confirm it again.
            </Callout>
          )}
          {stage.notices.length > 0 && (
            <Callout
              tone="notice"
              role="status"
              title="Please note"
              actions={
                <Button size="sm" onClick={stage.dismiss}>
                  Noted
                </Button>
              }
            >
              {stage.notices.map((notice) => (
                <p key={notice}>{notice}</p>
              ))}
            </Callout>
          )}
        </div>
        <div className="space-y-6">
          {asked.map(({ decision, now }, index) => (
            <DecisionCard
              key={decision.path}
              number={index + 1}
              text={decision}
              live={now}
              value={stage.shownValue(decision.path, now.value)}
              reason={String(stage.shownValue(reasonKey(decision.path), now.reason))}
              problems={stage.problems[decision.path] ?? []}
              missing={live.problems.some(({ path, code }) => path === decision.path && code === "missing")}
              compareHref={
                decision.options.length > 1 && decision.kind !== "toggle"
                  ? `/p/${projectId}/compare?decision=${decision.path}`
                  : null
              }
              notes={weightyRules(live.rules)
                .filter((rule) => rule.decisions[0]?.path === decision.path)
                .map((rule) => <RuleNote key={rule.id} rule={rule} />)}
              onWhatIf={() => wishes.open(decision.path)}
              onDropWish={
                changesOf(wishes.wishOf(decision.path), tools.valueOf).length > 0
                  ? () => wishes.drop(decision.path)
                  : null
              }
              onChange={(value) => void stage.change([{ path: decision.path, value }])}
              onReason={(reason) => void stage.change([], { [decision.path]: reason })}
            />
          ))}
        </div>
        {live.rules.length > 0 && (
          <section aria-labelledby="interplay" className="mt-10">
            <h2 id="interplay" className="mb-3 text-lg font-semibold">
              How your answers act on one another
            </h2>
            <RulesList rules={live.rules} />
          </section>
        )}
        <section aria-labelledby="summary" className="mt-10 space-y-4">
          <h2 id="summary" tabIndex={-1} className="scroll-mt-20 text-lg font-semibold">
            Summary
          </h2>
          <StageSummary text={text} live={live} />
          <ConfirmBox
            text={text}
            live={live}
            busy={busy || stage.status !== "saved"}
            onConfirm={() => void confirm()}
          />
        </section>
        <OnDemand when={stage.pending !== null}>
          <ImpactDialog
            pending={stage.pending}
            onDecide={(goOn) => {
              if (!goOn) wishes.giveBack(stage.pending?.changes);
              stage.decide(goOn);
            }}
          />
        </OnDemand>
        <OnDemand when={tried !== undefined}>
          {tried && wishes.asked && (
            <WhatIf
              key={wishes.asked.turn}
              open={wishes.asked.open}
              text={tried.decision}
              live={tried.now}
              wish={wishes.wishOf(tried.decision.path)}
              version={version}
              actions={actions}
              onEdit={wishes.edit}
              onTake={(path, changes) => {
                wishes.take(path, changes);
                void stage.change(changes);
              }}
              onDrop={wishes.drop}
              onClose={wishes.close}
            />
          )}
        </OnDemand>
        <OnDemand when={help}>
          <HelpSheet open={help} onOpenChange={setHelp} />
        </OnDemand>
        <OnDemand when={panel}>
          <Drawer open={panel} onOpenChange={setPanel} title="Consequences">
            {consequencesPanel(() => setPanel(false))}
          </Drawer>
        </OnDemand>
      </ProjectFrame>
    </StageContext>
  );
}
