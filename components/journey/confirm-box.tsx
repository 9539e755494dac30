"use client";
import { useState } from "react";
import type { StageLive, StageText } from "#lib/core/view/stage-view.ts";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { Checkbox } from "../ui/field.tsx";
import { cardId } from "../wizard/decision-card.tsx";
import { STATEMENT_BOX } from "./places.ts";

const STATEMENT = "This is accurate and complete.";

interface Props {
  text: StageText;
  live: StageLive;
  busy: boolean;
  onConfirm(): void;
}

/** The explicit "this is accurate and complete", or what still stands in its way. */
export function ConfirmBox({ text, live, busy, onConfirm }: Props) {
  const [accurate, setAccurate] = useState(false);
  if (live.status === "done") {
    return (
      <Callout tone="good" title={`${text.title} is confirmed`}>
        {live.confirmed && <>Confirmed by {live.confirmed.by}. Changing an answer will ask you to confirm again.</>}
      </Callout>
    );
  }
  if (live.problems.length > 0) {
    return (
      <Callout
        tone="notice"
        title={
          live.problems.length === 1
            ? "One answer is missing or needs mending"
            : `${live.problems.length} answers are missing or need mending`
        }
      >
        <ul className="list-disc space-y-0.5 pl-4">
          {live.problems.map((problem) => (
            <li key={`${problem.path}${problem.code}`}>
              <a
                href={`#${cardId(problem.path.split(/[.[]/).slice(0, 2).join("."))}`}
                className="rounded underline decoration-line-strong underline-offset-2 hover:decoration-accent"
              >
                {problem.message}
              </a>{" "}
              {problem.hint}
            </li>
          ))}
        </ul>
      </Callout>
    );
  }
  return (
    <div className="rounded border border-accent-line bg-accent-soft/60 px-4 py-3">
      <Checkbox
        id={STATEMENT_BOX}
        label={
          <>
            <span className="font-semibold">{STATEMENT}</span>{" "}
            <span className="text-ink-soft">{text.confirming.replace(STATEMENT, "").trim()}</span>
          </>
        }
        checked={accurate}
        onChange={(event) => setAccurate(event.target.checked)}
      />
      <Button look="primary" className="mt-2" disabled={!accurate || busy} onClick={onConfirm}>
        {text.confirm}
      </Button>
    </div>
  );
}
