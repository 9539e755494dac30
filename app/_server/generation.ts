import "server-only";
import { cache } from "react";
import { missingBefore } from "#lib/core/project/progress.ts";
import { type GenerationView, generationView } from "#lib/core/view/generation-view.ts";
import { type JourneyView, journeyView } from "#lib/core/view/journey-view.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { type CheckedDraft, rememberedVerdicts } from "#lib/wizard/checking.ts";
import { type Generation, loadGeneration } from "#lib/wizard/load-generation.ts";
import { currentCaller } from "./owner.ts";
import { projectOr404 } from "./project.ts";

/** Stage 4 of a project, or why its turn has not come. */
export type StageFour =
  | { locked: true; journey: JourneyView; because: string }
  | {
      locked: false;
      journey: JourneyView;
      caller: Caller;
      generation: Generation;
      verdicts: Map<string, CheckedDraft>;
      view: GenerationView;
    };

/** Loads stage 4 for a page; everyone but the owner gets the 404 page. Once per request. */
export const stageFour = cache(async (projectId: string): Promise<StageFour> => {
  const { state } = await projectOr404(projectId);
  const journey = journeyView(state);
  const missing = missingBefore(state, "generation");
  const because = journey.steps.find(({ step }) => step === "generation")?.note ?? "";
  if (missing.length > 0) return { locked: true, journey, because: because || `Finish ${missing[0]} first.` };
  const caller = (await currentCaller()) as Caller;
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return { locked: true, journey, because: generation.error[0]?.message ?? "" };
  const verdicts = await rememberedVerdicts(generation.value);
  return {
    locked: false,
    journey,
    caller,
    generation: generation.value,
    verdicts,
    view: generationView({ ...generation.value, verdicts }),
  };
});
