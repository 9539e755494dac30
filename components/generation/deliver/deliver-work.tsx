import type { DeliverView } from "#lib/core/view/deliver-view.ts";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import type { PushView } from "#lib/core/view/push-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { EvidenceSummary } from "./evidence-summary.tsx";
import { FirstMinute } from "./first-minute.tsx";
import { PushPanel } from "./push-panel.tsx";
import type { SignInActions } from "./sign-in-actions.ts";
import { Unready } from "./unready.tsx";
import { WaysOut } from "./ways-out.tsx";

interface Props {
  deliver: DeliverView;
  push: PushView;
  signIn: SignInActions;
  view: GenerationView;
  journey: JourneyView;
}

/** What is not ready, what is, the ways out, and what to type first. */
export function DeliverWork({ deliver, push, signIn, view, journey }: Props) {
  const whole = deliver.unfinished === 0;
  return (
    <ProjectFrame journey={journey} current="generation">
      <GenerationTabs view={view} current="deliver" />
      <header className="mt-5 mb-6">
        <h1 className="text-xl font-semibold">Deliver</h1>
        <p className="measure mt-2 text-ink-soft">
          {whole
            ? `All ${deliver.planned} planned files are accepted.`
            : `${deliver.ready} of ${deliver.planned} planned files are accepted.`}{" "}
          A delivery holds exactly the bytes you accepted, the answers they came from, and a manifest of hashes.
        </p>
      </header>
      <div className="space-y-10">
        <Unready deliver={deliver} plan={view.plan} />
        <div className="space-y-4">
          <WaysOut deliver={deliver} />
          <PushPanel push={push} actions={signIn} />
        </div>
        <EvidenceSummary deliver={deliver} />
        <FirstMinute steps={deliver.steps} />
        <DeliveryLog deliveries={deliver.deliveries} />
      </div>
    </ProjectFrame>
  );
}
