"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { designsFor, linesBetween, sidesOffered } from "#app/_server/designs.ts";
import { LINK_LIMITS } from "#lib/core/link/design-link.ts";
import type { Result } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import type { SidesWanted } from "#lib/wizard/load-sides.ts";

const reference = z.string().max(60);
const document = z.string().max(LINK_LIMITS.text).optional();
const wanted = z.object({
  left: reference,
  right: reference,
  documents: z.object({ left: document, right: document }).optional(),
});

/** Compares two designs, pasted ones among them, of which nothing is stored. */
export async function lookAtDesigns(projectId: string, input: SidesWanted): Promise<Result<DesignsView>> {
  return asOwner(wanted, input, async (caller, sides) =>
    designsFor(caller, projectId, sides, await sidesOffered(caller, projectId)),
  );
}

/** The lines of one file that differ between two designs. */
export async function linesOfFile(projectId: string, input: SidesWanted, path: string): Promise<Result<DiffLine[]>> {
  return asOwner(z.object({ wanted, path: z.string().max(240) }), { wanted: input, path }, (caller, parsed) =>
    linesBetween(caller, projectId, parsed.wanted, parsed.path),
  );
}
