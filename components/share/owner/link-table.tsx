"use client";
import { useState } from "react";
import type { LinkLine } from "#lib/core/view/share-view.ts";
import { ProblemList } from "../../generation/problem-list.tsx";
import { useAct } from "../../generation/use-act.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { ShareActions } from "./share-actions.ts";

/** Every link of the project with its use; the addresses themselves are not kept anywhere. */
export function LinkTable({ links, actions }: { links: readonly LinkLine[]; actions: ShareActions }) {
  const act = useAct();
  const [asking, setAsking] = useState("");
  return (
    <>
      <ProblemList problems={act.problems} title="The link was not revoked" />
      <ul className="divide-y divide-line rounded border border-line bg-panel">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-[12rem] flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <strong dir="auto">{link.label}</strong>
                <Badge tone={link.state === "active" ? "good" : "plain"}>{link.state}</Badge>
                {link.scope === "view" && <Badge>look only</Badge>}
              </p>
              <p className="text-xs text-ink-soft">
                Made {link.created}, {link.state === "active" ? "ends" : "good until"} {link.expires}. Opened{" "}
                {link.uses === 1 ? "once" : `${link.uses} times`}
                {link.uses > 0 && `, last ${link.used}`}.
              </p>
            </div>
            {link.state === "active" &&
              (asking === link.id ? (
                <span className="flex gap-2">
                  <Button size="sm" onClick={() => setAsking("")}>
                    Keep it
                  </Button>
                  <Button
                    size="sm"
                    look="danger"
                    disabled={act.busy}
                    onClick={() =>
                      act.run(
                        () => actions.revoke(link.id),
                        () => setAsking(""),
                      )
                    }
                  >
                    Revoke now
                  </Button>
                </span>
              ) : (
                <Button size="sm" aria-label={`Revoke the link for ${link.label}`} onClick={() => setAsking(link.id)}>
                  Revoke
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
