"use client";
import { Checkbox, Field, Input } from "../../ui/field.tsx";

/** What comes with the zip beside the accepted files. */
export interface ZipExtras {
  history: boolean;
  report: boolean;
  name: string;
  mail: string;
}

export const NO_EXTRAS: ZipExtras = { history: false, report: false, name: "", mail: "" };

/** The address of a zip with these extras; `without` repeats how many files are knowingly left out. */
export function zipHref(projectId: string, without: number, { history, report, name, mail }: ZipExtras): string {
  const asked = new URLSearchParams({ without: String(without) });
  if (report) asked.set("report", "1");
  if (history) asked.set("history", "1");
  const author = `${name.trim()} ${mail.trim() ? `<${mail.trim()}>` : ""}`.trim();
  if (history && author) asked.set("author", author);
  return `/p/${projectId}/deliver/zip?${asked}`;
}

/** Report and history by choice; without them the zip holds the accepted files and nothing else. */
export function ZipExtrasChoice({ extras, onChange }: { extras: ZipExtras; onChange(extras: ZipExtras): void }) {
  const change = (part: Partial<ZipExtras>) => onChange({ ...extras, ...part });
  return (
    <fieldset className="basis-full border-l-2 border-line pl-4">
      <legend className="sr-only">In the zip as well</legend>
      <Checkbox
        label={
          <>
            With the report: <code>docs/design-report.md</code>, named by the manifest
          </>
        }
        checked={extras.report}
        onChange={(event) => change({ report: event.target.checked })}
      />
      <Checkbox
        label="With a git history: branch main, one commit for each accepted file, signed by who accepted it and when"
        checked={extras.history}
        onChange={(event) => change({ history: event.target.checked })}
      />
      {extras.history && (
        <div className="grid max-w-xl gap-3 pt-1 pb-2 pl-6 sm:grid-cols-2">
          <Field id="author-name" label="Your name in it" hint="Empty: the author that your answers name.">
            <Input
              id="author-name"
              aria-describedby="author-name-hint"
              autoComplete="name"
              maxLength={90}
              value={extras.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field id="author-mail" label="Your mail in it" hint="Empty: an address that goes nowhere.">
            <Input
              id="author-mail"
              type="email"
              aria-describedby="author-mail-hint"
              autoComplete="email"
              maxLength={90}
              value={extras.mail}
              onChange={(event) => change({ mail: event.target.value })}
            />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
