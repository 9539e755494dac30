"use client";
import { useCallback, useState } from "react";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import type { Problem } from "#lib/core/result.ts";
import type { PushLine, PushStepId } from "#lib/core/view/push-view.ts";

/** How far a push is. */
export interface PushProgress {
  state: "ready" | "running" | "done" | "refused";
  step: PushStepId | null;
  arrived: { done: number; of: number } | null;
  /** The forge asked to wait this long. */
  wait: number | null;
  problems: readonly Problem[];
  to: Extract<PushLine, { kind: "done" }>["to"] | null;
}

const READY: PushProgress = { state: "ready", step: null, arrived: null, wait: null, problems: [], to: null };

const LOST: Problem = {
  path: "network",
  code: "lost",
  message: "The connection to this server was lost.",
  hint: "The push goes on without the page. Continue: what has arrived is found again, and nothing is made twice.",
};

/** What one line of the stream changes. */
function told(before: PushProgress, line: PushLine): PushProgress {
  switch (line.kind) {
    case "step":
      return { ...before, step: line.step, wait: null };
    case "arrived":
      return { ...before, arrived: line, wait: null };
    case "wait":
      return { ...before, wait: line.seconds };
    case "done":
      return { ...before, state: "done", wait: null, to: line.to };
    case "refused":
      return { ...before, state: "refused", wait: null, problems: line.problems };
  }
}

/** Pushes and follows the lines that the server tells. */
export function usePush(projectId: string) {
  const [progress, setProgress] = useState(READY);
  const push = useCallback(
    async (asked: { order: PushOrder; without: number; report: boolean; token: string }) => {
      setProgress({ ...READY, state: "running" });
      let ended = false;
      try {
        const answer = await fetch(`/p/${projectId}/deliver/push`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(asked),
        });
        for await (const line of linesOf(answer)) {
          ended ||= line.kind === "done" || line.kind === "refused";
          setProgress((before) => told(before, line));
        }
      } catch {
        ended = false;
      }
      if (!ended) setProgress((before) => ({ ...before, state: "refused", problems: [LOST] }));
    },
    [projectId],
  );
  return { progress, push };
}

async function* linesOf({ body }: Response): AsyncGenerator<PushLine> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as PushLine;
    if (done) return;
  }
}
