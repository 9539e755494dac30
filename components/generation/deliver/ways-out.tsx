import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import type { DeliverView } from "#lib/core/view/deliver-view.ts";
import { buttonClass } from "../../ui/button.tsx";
import { DownloadZip } from "./download-zip.tsx";
import { Terminal } from "./terminal.tsx";

/** How the repository leaves: as a zip, as its answers, or from the command line. */
export function WaysOut({ deliver }: { deliver: DeliverView }) {
  const whole = deliver.unfinished === 0;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="mb-3 text-lg font-semibold">
        Ways out
      </h2>
      <div className="divide-y divide-line rounded border border-line bg-panel">
        <Way
          title="Zip"
          text={
            whole
              ? `The whole repository as ${deliver.name}.zip; the same files give the same bytes.`
              : "Only what you accepted. Leaving files out has to be asked for."
          }
        >
          <DownloadZip projectId={deliver.projectId} ready={deliver.ready} unfinished={deliver.unfinished} />
        </Way>
        <Way
          title="Answers file"
          text="Every decision as one document: it starts a project here again and drives the command line."
        >
          <a href={`/p/${deliver.projectId}/deliver/answers`} download className={buttonClass()}>
            Download the answers
          </a>
        </Way>
        <Way
          title="Report"
          text="Decisions, both reviews, results and checks by file, what is outstanding, next steps; the page is one file and prints."
        >
          <div className="flex flex-wrap gap-2">
            {Object.entries(REPORT_FORMS).map(([form, { label }]) => (
              <a
                key={form}
                href={`/p/${deliver.projectId}/report?format=${form}${form === "html" ? "" : "&download=1"}`}
                {...(form === "html" ? { target: "_blank", rel: "noreferrer" } : { download: true })}
                className={buttonClass("secondary", "sm")}
              >
                {label}
              </a>
            ))}
          </div>
        </Way>
        <Way
          title="Command line"
          text="Renders the built-in drafts from the answers file without a browser; what you edited or pasted here is in the zip only."
        >
          <Terminal commands={[renderCommand(deliver.name)]} />
        </Way>
      </div>
    </section>
  );
}

const renderCommand = (name: string): string => `bin/plumbline render ${name}.answers.json --out ${name}`;

function Way({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-[14rem] flex-1">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-ink-soft">{text}</p>
      </div>
      {children}
    </div>
  );
}
