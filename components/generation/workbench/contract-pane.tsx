import type { Neighbour, PaneView } from "#lib/core/view/pane-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Link } from "../../ui/link.tsx";
import { fileHref } from "../file-href.ts";

type ContractView = Extract<PaneView, { pane: "contract" }>;

/** What other files rely on, what the file must do, and what stands around it. */
export function ContractPane({ view, projectId, path }: { view: ContractView; projectId: string; path: string }) {
  return (
    <div className="space-y-6">
      <section aria-labelledby="api">
        <h2 id="api" className="mb-2 font-semibold">
          Public names and signatures
        </h2>
        {view.lines ? (
          <CodeBlock
            lines={view.lines}
            label={`Contract of ${path}`}
            numbers={false}
            className="rounded border border-line px-3"
          />
        ) : (
          <p className="text-ink-soft">No other file relies on public names of this one.</p>
        )}
      </section>
      {view.requirements.length > 0 && (
        <section aria-labelledby="requirements">
          <h2 id="requirements" className="mb-2 font-semibold">
            Requirements
          </h2>
          <ul className="measure list-disc space-y-1 pl-5">
            {view.requirements.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Neighbours
        id="uses"
        title="Builds on"
        none="It stands on no other file."
        files={view.uses}
        projectId={projectId}
      />
      <Neighbours
        id="used"
        title="Used by"
        none="No other file builds on it."
        files={view.usedBy}
        projectId={projectId}
      />
    </div>
  );
}

function Neighbours({
  id,
  title,
  none,
  files,
  projectId,
}: {
  id: string;
  title: string;
  none: string;
  files: readonly Neighbour[];
  projectId: string;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      {files.length === 0 && <p className="text-ink-soft">{none}</p>}
      <ul className="space-y-1.5">
        {files.map((file) => (
          <li key={file.path}>
            <Link
              href={fileHref(projectId, file.path)}
              className="font-mono text-xs text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
            >
              {file.path}
            </Link>
            {file.status === "removed" && <Badge tone="warn">removed from the plan</Badge>}
            <span className="block text-xs text-ink-soft">{file.purpose}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
