"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { type Result, refuse } from "#lib/core/result.ts";

const asked = z.object({
  kind: z.enum(["draft", "repository"]),
  paths: z.array(z.string().min(1).max(240)).max(600),
});

const LATER = refuse("run", "not-ready", "Runs cannot be asked for yet.");

/** Asks the sandbox to judge files as they stand; the page follows the stream of runs. */
export async function prove(_projectId: string, kind: "draft" | "repository", paths: string[]): Promise<Result<true>> {
  return asOwner(asked, { kind, paths }, async () => LATER);
}

export async function cancel(_projectId: string, runId: string): Promise<Result<true>> {
  return asOwner(z.string().min(1).max(64), runId, async () => LATER);
}
