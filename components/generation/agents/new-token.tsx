"use client";
import { useEffect, useRef } from "react";
import type { AgentSnippet } from "#lib/core/view/agent-snippets.ts";
import { plainCode } from "#lib/core/view/code-text.ts";
import { Button } from "../../ui/button.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { ToneMark } from "../../ui/tone.tsx";
import { CopyButton } from "../copy-button.tsx";

interface Props {
  name: string;
  token: string;
  snippets: readonly AgentSnippet[];
  onDone(): void;
}

/** The one time a token is shown, with what to do with it. */
export function NewToken({ name, token, snippets, onDone }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="token"
      className="space-y-4 rounded border border-accent-line bg-accent-soft px-5 py-4"
    >
      <div>
        <h2 id="token" className="text-lg font-semibold" dir="auto">
          The token of {name}
        </h2>
        <p className="measure mt-1 flex gap-2">
          <ToneMark tone="warn" className="mt-[3px]" />
          It is shown only now. We keep its hash, so it cannot be shown again; make another if you lose it.
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 rounded border border-line bg-panel py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 break-all">{token}</code>
        <CopyButton text={token} label="Copy the token" />
      </div>
      <Tabs
        label="How to use it"
        tabs={snippets.map((snippet) => ({
          id: snippet.id,
          label: snippet.label,
          content: (
            <div className="space-y-2">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="measure text-xs">{snippet.hint}</p>
                <CopyButton text={snippet.text} label="Copy" />
              </div>
              <CodeBlock
                lines={plainCode(snippet.text.trimEnd())}
                label={`For ${snippet.label}`}
                numbers={false}
                anchors={false}
                wrap
                className="rounded border border-line"
              />
            </div>
          ),
        }))}
      />
      <Button onClick={onDone}>I have it; hide it</Button>
    </section>
  );
}
