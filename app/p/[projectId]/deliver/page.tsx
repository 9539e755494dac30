import type { Metadata } from "next";
import { stageFour } from "#app/_server/generation.ts";
import { DeliverWork } from "#components/generation/deliver/deliver-work.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { firstMinute } from "#lib/core/delivery/first-minute.ts";
import { deliverView } from "#lib/core/view/deliver-view.ts";
import { deliveryEvidence, readiness } from "#lib/wizard/delivering.ts";
import { loadLog } from "#lib/wizard/load-project.ts";
import { previewPush } from "#lib/wizard/preview-push.ts";
import { deviceState, leaveDevice, startDevice } from "./actions.ts";

export const metadata: Metadata = { title: "Deliver" };

export default async function DeliverPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked)
    return <LockedStep journey={four.journey} current="generation" title="Deliver" because={four.because} />;
  const { generation, caller, view, journey } = four;
  const { ready, stubs } = readiness(generation);
  const deliver = deliverView({
    view,
    name: generation.design.repositoryName,
    stubs,
    acknowledgements: Object.fromEntries(
      Object.entries(generation.state.tasks).map(([path, task]) => [path, task.acknowledgement]),
    ),
    steps: firstMinute({ design: generation.design, paths: ready }),
    evidence: await deliveryEvidence(generation),
    log: await loadLog(caller, projectId),
    now: caller.now.getTime(),
  });
  return (
    <DeliverWork
      deliver={deliver}
      push={await previewPush(generation)}
      signIn={{ start: startDevice, state: deviceState, leave: leaveDevice }}
      view={view}
      journey={journey}
    />
  );
}
