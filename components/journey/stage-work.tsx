"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { StageLive, StageText } from "#lib/core/view/stage-view.ts";
import { ConsequencesPanel } from "../consequences/consequences-panel.tsx";
import { useConsequences } from "../consequences/use-consequences.ts";
import { ProjectFrame } from "../shell/project-frame.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { DecisionCard } from "../wizard/decision-card.tsx";
import { ConfirmBox } from "./confirm-box.tsx";
import { HelpSheet } from "./help-sheet.tsx";
import { ImpactDialog } from "./impact-dialog.tsx";
import { RulesList } from "./rules-list.tsx";
import type { Change } from "./save-queue.ts";
import { StageContext } from "./stage-context.ts";
import { StageBar } from "./stage-bar.tsx";
import { StageSummary } from "./stage-summary.tsx";
import { focusCard, useStageKeys } from "./use-stage-keys.ts";
import { type StageActions, useStage } from "./use-stage.ts";

interface Props {
  text: StageText;
  initial: StageLive;
  actions: StageActions;
}

/** The page of a question stage: every decision as a card, then the summary that a person confirms. */
export function StageWork({ text, initial, actions }: Props) {
  const stage = useStage(initial, actions);
  const { live } = stage;
  const { projectId, version } = live.journey;
  const router = useRouter();
  const consequences = useConsequences(projectId, version);
  const [help, setHelp] = useState(false);
  const [panel, setPanel] = useState(false);
  const [busy, setBusy] = useState(false);

  const keys = useMemo(
    () => ({
      undo: () => void stage.act("undo"),
      redo: () => void stage.act("redo"),
      help: () => setHelp(true),
      suggest: (path: string) => {
        const suggestion = live.decisions.find((one) => one.path === path)?.suggestion;
        if (suggestion) void stage.change([{ path, value: suggestion.value }]);
      },
    }),
    [stage.act, stage.change, live],
  );
  useStageKeys(keys);

  const asked = text.decisions.flatMap((decision) => {
    const now = live.decisions.find(({ path }) => path === decision.path);
    return now?.asked ? [{ decision, now }] : [];
  });
  const refused = Object.values(stage.problems).filter((found) => found.length > 0).length;
  const panelView = <ConsequencesPanel projectId={projectId} view={consequences.view} failed={consequences.failed} />;

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
      valueOf: (path: string) => stage.valueOf(path, live.decisions.find((one) => one.path === path)?.value),
      change: (changes: Change[]) => void stage.change(changes),
      readTree: actions.readTree,
      guidedPaths: actions.guidedPaths,
      weigh: actions.weigh,
    }),
    [projectId, consequences.view, live, stage.valueOf, stage.change, actions],
  );

  return (
    <StageContext value={tools}>
    <ProjectFrame
      journey={live.journey}
      current={text.stage}
      panel={panelView}
      bar={
        <StageBar
          status={stage.status}
          refused={refused}
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
          <Callout tone="notice" role="status" title="Please note" actions={<Button size="sm" onClick={stage.dismiss}>Noted</Button>}>
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
            value={stage.valueOf(decision.path, now.value)}
            problems={stage.problems[decision.path] ?? []}
            compareHref={decision.options.length > 1 && decision.kind !== "toggle" ? `/p/${projectId}/compare?decision=${decision.path}` : null}
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
        <ConfirmBox text={text} live={live} busy={busy || stage.status !== "saved"} onConfirm={() => void confirm()} />
      </section>
      <ImpactDialog pending={stage.pending} onDecide={stage.decide} />
      <HelpSheet open={help} onOpenChange={setHelp} />
      <Drawer open={panel} onOpenChange={setPanel} title="Consequences">
        {panelView}
      </Drawer>
    </ProjectFrame>
    </StageContext>
  );
}

/** The first step after this stage that is not done. */
function nextStep({ journey: { steps } }: StageLive, stage: string) {
  return steps.slice(steps.findIndex(({ step }) => step === stage) + 1).find(({ status }) => status !== "done");
}

/** The act in the bar: to the first open question while there is one, else to the summary. */
function BarAct({ live, stage, confirm }: { live: StageLive; stage: string; confirm: string }) {
  if (live.status === "done") {
    const next = nextStep(live, stage);
    return next ? (
      <Link href={`/p/${live.journey.projectId}/${next.href}`} className={buttonClass("primary")}>
        Go to {next.title.toLowerCase()}
      </Link>
    ) : null;
  }
  const open = live.problems.length;
  const jump = () => {
    const path = live.problems[0]?.path.split(/[.[]/).slice(0, 2).join(".");
    const card = path ? document.getElementById(path) : null;
    if (card) focusCard(card);
    else document.getElementById("summary")?.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  return (
    <Button look={open > 0 ? "secondary" : "primary"} onClick={jump}>
      {open > 0 ? `${open} open` : confirm}
    </Button>
  );
}
