"use client";
import type { GrantLine } from "#lib/core/view/agents-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { RevocableList } from "../revocable-list.tsx";
import type { AgentActions } from "./agent-actions.ts";

/** Every token of the project; the secret itself is not kept anywhere. */
export function GrantTable({ grants, actions }: { grants: readonly GrantLine[]; actions: AgentActions }) {
  return (
    <RevocableList
      items={grants}
      noun="token"
      nameOf={({ name }) => name}
      badges={({ actsAsOwner, mayAccept }) =>
        actsAsOwner ? <Badge tone="accent">acts as you</Badge> : mayAccept && <Badge tone="accent">may accept</Badge>
      }
      line={(grant) => (
        <>
          Made {grant.created}, {grant.state === "expired" ? "ended" : "ends"} {grant.expires}. Last used: {grant.used}.
        </>
      )}
      revoke={actions.revoke}
    />
  );
}
