"use client";
import type { LinkLine } from "#lib/core/view/share-view.ts";
import { RevocableList } from "../../generation/revocable-list.tsx";
import { Badge } from "../../ui/badge.tsx";
import type { ShareActions } from "./share-actions.ts";

/** Every link of the project with its use; the addresses themselves are not kept anywhere. */
export function LinkTable({ links, actions }: { links: readonly LinkLine[]; actions: ShareActions }) {
  return (
    <RevocableList
      items={links}
      noun="link"
      nameOf={({ label }) => label}
      badges={({ scope }) => scope === "view" && <Badge>look only</Badge>}
      line={(link) => (
        <>
          Made {link.created}, {link.state === "active" ? "ends" : "good until"} {link.expires}. Opened{" "}
          {link.uses === 1 ? "once" : `${link.uses} times`}
          {link.uses > 0 && `, last ${link.used}`}.
        </>
      )}
      revoke={actions.revoke}
    />
  );
}
