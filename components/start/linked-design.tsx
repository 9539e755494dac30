"use client";
import { lazy, useEffect, useState } from "react";
import { designIn, unpackDesign } from "#lib/core/link/design-link.ts";
import type { LinkedDesign } from "#lib/core/link/linked-design.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { Callout } from "../ui/callout.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import type { StartAction } from "./sentence-form.tsx";

const LinkedDesignDialog = lazy(() =>
  import("./linked-design-dialog.tsx").then((module) => ({ default: module.LinkedDesignDialog })),
);

interface Props {
  /** Says what a link holds; stores nothing. */
  look(text: string): Promise<Result<LinkedDesign>>;
  start: StartAction;
}

/** Opens the design of a link, `/#design=...`: shows what it holds and asks before anything is stored. */
export function LinkedDesignOpener({ look, start }: Props) {
  const [found, setFound] = useState<{ text: string; design: LinkedDesign } | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    const read = async () => {
      const packed = designIn(location.hash);
      if (packed === null) return;
      const text = await unpackDesign(packed);
      const design = text.ok ? await look(text.value) : text;
      setProblems(design.ok ? [] : design.error);
      setFound(text.ok && design.ok ? { text: text.value, design: design.value } : null);
    };
    const onChange = () => void read();
    onChange();
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, [look]);
  const leave = () => {
    history.replaceState(null, "", location.pathname);
    setFound(null);
  };
  return (
    <>
      {problems.length > 0 && (
        <Callout tone="stop" role="alert" title="The design in this link cannot be opened" className="mt-6">
          {problems.map(({ path, message, hint }) => (
            <p key={path + message}>
              {message} {hint}
            </p>
          ))}
        </Callout>
      )}
      <OnDemand when={found !== null}>
        {found && <LinkedDesignDialog text={found.text} design={found.design} start={start} onClose={leave} />}
      </OnDemand>
    </>
  );
}
