"use client";
import type { AgentSnippet } from "#lib/core/view/agent-snippets.ts";
import { plainCode } from "#lib/core/view/code-text.ts";
import { Button } from "../../ui/button.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CopyButton } from "../copy-button.tsx";
import { ShownOnce } from "../shown-once.tsx";

interface Props {
  name: string;
  token: string;
  snippets: readonly AgentSnippet[];
  onDone(): void;
}

/** The one time a token is shown, with what to do with it. */
export function NewToken({ name, token, snippets, onDone }: Props) {
  return (
    <ShownOnce
      id="token"
      title={`The token of ${name}`}
      warning="It is shown only now. We keep its hash, so it cannot be shown again; make another if you lose it."
      secret={token}
      copyLabel="Copy the token"
    >
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
    </ShownOnce>
  );
}
