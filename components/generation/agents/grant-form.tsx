"use client";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Checkbox, describedBy, Field, Input } from "../../ui/field.tsx";
import { DaysField } from "../days-field.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { AgentActions } from "./agent-actions.ts";

export interface GrantLimits {
  /** Days a token may last: usually, and at most. */
  usual: number;
  most: number;
  /** Characters a name may have. */
  name: number;
}

/** What a token opens: reading and submitting, accepting what passes as well, or all that its owner can do. */
type Leave = "submit" | "accept" | "own";

interface Props {
  limits: GrantLimits;
  actions: AgentActions;
  onMade(token: string, name: string): void;
}

/** Gives one agent leave for this project, for some days. */
export function GrantForm({ limits, actions, onMade }: Props) {
  const act = useAct();
  const [name, setName] = useState("");
  const [days, setDays] = useState(limits.usual);
  const [leave, setLeave] = useState<Leave>("submit");
  const ofName = act.problems.filter(({ path }) => path === "name");
  const rest = act.problems.filter(({ path }) => path !== "name");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(
      () => actions.grant({ name, days, mayAccept: leave !== "submit", actsAsOwner: leave === "own" }),
      ({ token }) => {
        onMade(token, name.trim());
        setName("");
        setLeave("submit");
      },
    );
  };
  return (
    <section aria-labelledby="grant" className="rounded border border-line bg-panel px-5 py-4">
      <h2 id="grant" className="text-lg font-semibold">
        Give an agent leave
      </h2>
      <form onSubmit={submit} className="mt-3 space-y-3">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <Field id="agent-name" label="Name" hint="Stands in the log beside what it did." problems={ofName}>
            <Input
              id="agent-name"
              dir="auto"
              maxLength={limits.name}
              placeholder="Claude Code on my laptop"
              value={name}
              {...describedBy("agent-name", ofName, true)}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <DaysField id="agent-days" limits={limits} value={days} onChange={setDays} />
        </div>
        <Checkbox
          label={
            <>
              May accept a file when every check of it has passed
              <span className="block text-xs text-ink-soft">
                Each acceptance stands in the log under its name. Without this, you accept.
              </span>
            </>
          }
          checked={leave !== "submit"}
          disabled={leave === "own"}
          onChange={(event) => setLeave(event.target.checked ? "accept" : "submit")}
        />
        <Checkbox
          label={
            <>
              Is for a program of yours: opens the whole API of this project
              <span className="block text-xs text-ink-soft">
                It can also change answers, approve the plan, read the log and the report, download the repository, make
                share links, and comment as you. Keep such a token to yourself; an agent does not need it.
              </span>
            </>
          }
          checked={leave === "own"}
          onChange={(event) => setLeave(event.target.checked ? "own" : "submit")}
        />
        <ProblemList problems={rest} title="No token was made" />
        <Button type="submit" look="primary" disabled={act.busy || !name.trim()}>
          Make a token
        </Button>
      </form>
    </section>
  );
}
