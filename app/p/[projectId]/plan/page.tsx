import type { Metadata } from "next";
import { stageFour } from "#app/_server/generation.ts";
import { PlanWork } from "#components/generation/plan/plan-work.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { approveThePlan, changeThePlan } from "./actions.ts";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked)
    return <LockedStep journey={four.journey} current="generation" title="Plan" because={four.because} />;
  return (
    <PlanWork
      view={four.view}
      journey={four.journey}
      actions={{ change: changeThePlan.bind(null, projectId), approve: approveThePlan.bind(null, projectId) }}
    />
  );
}
