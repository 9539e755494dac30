"use client";
import { type FormEvent, useState } from "react";
import { LINK_DAYS, type LinkScope, SAID_LIMITS } from "#lib/core/share/limits.ts";
import { DaysField } from "../../generation/days-field.tsx";
import { ProblemList } from "../../generation/problem-list.tsx";
import { useAct } from "../../generation/use-act.ts";
import { Button } from "../../ui/button.tsx";
import { describedBy, Field, Input, Select } from "../../ui/field.tsx";
import type { ShareActions } from "./share-actions.ts";

const SCOPES: readonly { scope: LinkScope; words: string }[] = [
  { scope: "comment", words: "Look, comment, give a verdict" },
  { scope: "view", words: "Look only" },
];

interface Props {
  actions: ShareActions;
  onMade(made: { address: string; label: string }): void;
}

/** Makes a link for colleagues, for some days. */
export function LinkForm({ actions, onMade }: Props) {
  const act = useAct();
  const [label, setLabel] = useState("");
  const [scope, setScope] = useState<LinkScope>("comment");
  const [days, setDays] = useState<number>(LINK_DAYS.usual);
  const ofLabel = act.problems.filter(({ path }) => path === "label");
  const rest = act.problems.filter(({ path }) => path !== "label");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(
      () => actions.make({ label, scope, days }),
      ({ address }) => {
        onMade({ address, label: label.trim() });
        setLabel("");
      },
    );
  };
  return (
    <section aria-labelledby="make-link" className="rounded border border-line bg-panel px-5 py-4">
      <h2 id="make-link" className="text-lg font-semibold">
        Make a link
      </h2>
      <form onSubmit={submit} className="mt-3 space-y-3">
        <Field
          id="link-label"
          label="For whom"
          hint="Tells this link from the others; only you see it."
          problems={ofLabel}
        >
          <Input
            id="link-label"
            dir="auto"
            maxLength={SAID_LIMITS.label}
            placeholder="The platform team"
            value={label}
            {...describedBy("link-label", ofLabel, true)}
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <Field id="link-scope" label="They may">
            <Select id="link-scope" value={scope} onChange={(event) => setScope(event.target.value as LinkScope)}>
              {SCOPES.map((one) => (
                <option key={one.scope} value={one.scope}>
                  {one.words}
                </option>
              ))}
            </Select>
          </Field>
          <DaysField id="link-days" limits={LINK_DAYS} value={days} onChange={setDays} />
        </div>
        <ProblemList problems={rest} title="No link was made" />
        <Button type="submit" look="primary" disabled={act.busy || !label.trim()}>
          Make the link
        </Button>
      </form>
    </section>
  );
}
