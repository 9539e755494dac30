import { plainCode } from "#lib/core/view/code-text.ts";
import type { PaneView } from "#lib/core/view/pane-view.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CopyButton } from "../copy-button.tsx";

type PromptView = Extract<PaneView, { pane: "prompt" }>;

/** The sub-prompt in every form it is given to agents. */
export function PromptPane({ view }: { view: PromptView }) {
  return (
    <Tabs
      label="Forms of the sub-prompt"
      tabs={view.forms.map((form) => ({
        id: form.id,
        label: form.label,
        content: (
          <div className="space-y-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="text-xs text-ink-soft">
                Complete on its own; paste the answer back with Edit, or drop the file here.
              </p>
              <CopyButton text={form.text} label="Copy" />
            </div>
            <CodeBlock
              lines={plainCode(form.text)}
              label={`Sub-prompt for ${form.label}`}
              numbers={false}
              wrap
              className="max-h-[70dvh] overflow-y-auto rounded border border-line px-3"
            />
          </div>
        ),
      }))}
    />
  );
}
