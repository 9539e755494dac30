"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import type { NewGrant } from "#components/generation/agents/agent-actions.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { grantAgent } from "#lib/wizard/grant-agent.ts";
import { revokeAgent } from "#lib/wizard/revoke-agent.ts";

const asked = z.object({
  name: z.string().max(200),
  days: z.number(),
  mayAccept: z.boolean(),
  actsAsOwner: z.boolean(),
});

export async function grant(projectId: string, input: NewGrant): Promise<Result<{ token: string }>> {
  const made = await asOwner(asked, input, (caller, parsed) => grantAgent(caller, projectId, parsed));
  if (!made.ok) return made;
  refresh();
  return ok({ token: made.value.token });
}

export async function revoke(projectId: string, grantId: string): Promise<Result<true>> {
  const left = await asOwner(z.string().max(64), grantId, (caller, id) => revokeAgent(caller, projectId, id));
  if (!left.ok) return left;
  refresh();
  return ok(true);
}
