"use client";
import { useState } from "react";
import type { ReviewVerdict } from "#lib/core/share/limits.ts";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { useReview } from "./review-context.tsx";
import { SayForm } from "./say-form.tsx";

const ASKED = {
  approve: {
    choose: "Approve the design",
    label: "What you want to add, if anything",
    send: "Approve",
    done: "You approved the design.",
  },
  "request-changes": {
    choose: "Request changes",
    label: "What should change",
    send: "Request these changes",
    done: "You requested changes.",
  },
} as const satisfies Record<ReviewVerdict, unknown>;

/** The one thing to decide: approve, or say what should change. It enters the owner's log under the reviewer's name. */
export function VerdictForm() {
  const { mayComment, actions, name, setName } = useReview();
  const [choice, setChoice] = useState<ReviewVerdict | null>(null);
  const [given, setGiven] = useState<ReviewVerdict | null>(null);
  if (!mayComment)
    return <p className="text-ink-soft">This link is to look only. Ask its owner for one that takes verdicts.</p>;
  return (
    <div className="max-w-[44rem] space-y-3">
      {given && (
        <Callout tone="good" role="status" title={ASKED[given].done}>
          The owner sees it now, and the report will say so. You can give another verdict when the design changes.
        </Callout>
      )}
      {choice ? (
        <SayForm
          key={choice}
          label={ASKED[choice].label}
          send={ASKED[choice].send}
          name={{ value: name, onChange: setName }}
          onSay={(text, by) => actions.judge({ verdict: choice, text, name: by })}
          onDone={() => {
            setGiven(choice);
            setChoice(null);
          }}
          onCancel={() => setChoice(null)}
        />
      ) : (
        <div data-chrome className="flex flex-wrap gap-2">
          <Button look="primary" onClick={() => setChoice("approve")}>
            {ASKED.approve.choose}
          </Button>
          <Button onClick={() => setChoice("request-changes")}>{ASKED["request-changes"].choose}</Button>
        </div>
      )}
    </div>
  );
}
