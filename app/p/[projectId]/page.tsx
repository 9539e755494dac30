import { redirect } from "next/navigation";
import { projectOr404 } from "#app/_server/project.ts";
import { currentStep } from "#lib/core/project/progress.ts";
import { journeyView } from "#lib/core/view/journey-view.ts";

/** Leads to where the person left off. */
export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const { state } = await projectOr404(projectId);
  const step = journeyView(state).steps.find((one) => one.step === currentStep(state));
  redirect(`/p/${projectId}/${step?.href ?? "intake"}`);
}
