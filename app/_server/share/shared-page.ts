import "server-only";
import { cache } from "react";
import type { Discussion } from "#lib/core/share/discussion.ts";
import { type GenerationView, generationView } from "#lib/core/view/generation-view.ts";
import { loadDiscussion } from "#lib/wizard/load-discussion.ts";
import { type Generation, loadGeneration } from "#lib/wizard/load-generation.ts";
import type { OpenLink } from "#lib/wizard/open-link.ts";

/** The discussion of a shared design. Once per request. */
export const sharedDiscussion = cache(
  async ({ caller, projectId }: OpenLink): Promise<Discussion> =>
    (await loadDiscussion(caller, projectId)) ?? { threads: [], verdicts: [] },
);

/** The plan of a shared design, once all is answered; null before. Once per request. */
export const sharedPlan = cache(
  async ({ caller, projectId }: OpenLink): Promise<{ generation: Generation; view: GenerationView } | null> => {
    const generation = await loadGeneration(caller, projectId);
    if (!generation.ok) return null;
    return { generation: generation.value, view: generationView({ ...generation.value, verdicts: new Map() }) };
  },
);
