"use client";
import { type ReactNode, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { Revocable } from "#lib/core/view/revocable.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemList } from "./problem-list.tsx";
import { useAct } from "./use-act.ts";

interface Props<T> {
  items: readonly T[];
  /** What each of them is. */
  noun: "link" | "token";
  /** What a person calls one of them. */
  nameOf(item: T): string;
  badges(item: T): ReactNode;
  /** The small line below the name. */
  line(item: T): ReactNode;
  revoke(id: string): Promise<Result<unknown>>;
}

/** Things that were given away and can be taken back; asks before it does, because that cannot be undone. */
export function RevocableList<T extends { id: string; state: Revocable["state"] }>({
  items,
  noun,
  nameOf,
  badges,
  line,
  revoke,
}: Props<T>) {
  const act = useAct();
  const [asking, setAsking] = useState("");
  return (
    <>
      <ProblemList problems={act.problems} title={`The ${noun} was not revoked`} />
      <ul className="divide-y divide-line rounded border border-line bg-panel">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-[12rem] flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <strong dir="auto">{nameOf(item)}</strong>
                <Badge tone={item.state === "active" ? "good" : "plain"}>{item.state}</Badge>
                {badges(item)}
              </p>
              <p className="text-xs text-ink-soft">{line(item)}</p>
            </div>
            {item.state === "active" &&
              (asking === item.id ? (
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
                        () => revoke(item.id),
                        () => setAsking(""),
                      )
                    }
                  >
                    Revoke now
                  </Button>
                </span>
              ) : (
                <Button
                  size="sm"
                  aria-label={`Revoke the ${noun} for ${nameOf(item)}`}
                  onClick={() => setAsking(item.id)}
                >
                  Revoke
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
