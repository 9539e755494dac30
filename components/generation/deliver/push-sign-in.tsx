"use client";
import { ExternalLink } from "lucide-react";
import { useEffect, useState } from "react";
import type { SignIn } from "#lib/core/view/push-view.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CopyButton } from "../copy-button.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { SignInActions } from "./sign-in-actions.ts";

const LOOK_MS = 3_000;

interface Props {
  actions: SignInActions;
  signIn: SignIn | null;
  onChange(signIn: SignIn | null): void;
}

/** Signs in to GitHub with a code that is typed there; what it grants stays on the server for ten minutes at most. */
export function PushSignIn({ actions, signIn, onChange }: Props) {
  const act = useAct();
  const [away, setAway] = useState(false);
  const waiting = signIn?.state === "waiting";
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      actions.state().then(
        (found) => {
          setAway(false);
          if (found.ok) onChange(found.value);
        },
        () => setAway(true),
      );
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [waiting, actions, onChange]);
  const leave = () => act.run(actions.leave, () => onChange(null));
  if (signIn?.state === "granted")
    return (
      <Callout
        tone="good"
        role="status"
        title="You are signed in to GitHub for this push"
        actions={
          <Button size="sm" disabled={act.busy} onClick={leave}>
            Sign out
          </Button>
        }
      >
        It is forgotten with the push, or ten minutes after the code was made.
      </Callout>
    );
  if (signIn?.state === "waiting")
    return (
      <div className="space-y-3 rounded border border-accent-line bg-accent-soft px-4 py-3">
        <p className="measure">
          Type this code on GitHub, where it is asked by <strong>Plumbline</strong>. Only ever enter a code that you
          have started yourself.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <code className="text-xl font-semibold tracking-wider">{signIn.code}</code>
          <CopyButton text={signIn.code} label="Copy the code" />
          <a href={signIn.url} target="_blank" rel="noreferrer" className={buttonClass("secondary", "sm")}>
            <ExternalLink aria-hidden className="size-3.5" /> Open GitHub
          </a>
          <Button size="sm" look="quiet" disabled={act.busy} onClick={leave}>
            Cancel
          </Button>
        </div>
        <p role="status" className="text-xs text-ink-soft">
          {away ? "This server could not be reached; trying again." : "Waiting for GitHub."}
        </p>
      </div>
    );
  return (
    <div className="space-y-2">
      {signIn?.state === "refused" && (
        <Callout tone="warn" role="alert" title="GitHub did not sign you in">
          It was denied there, or the code was too old. Start again, or paste a token.
        </Callout>
      )}
      <ProblemList problems={act.problems} title="There is no code" />
      <Button disabled={act.busy} onClick={() => act.run(actions.start, onChange)}>
        Sign in to GitHub with a code
      </Button>
    </div>
  );
}
