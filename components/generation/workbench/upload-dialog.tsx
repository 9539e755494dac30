"use client";
import { useState } from "react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/field.tsx";
import type { Upload } from "./dropped-files.ts";
import { matchUpload } from "./match-uploads.ts";
import { readTextFile } from "./typed-text.ts";
import type { WorkActions } from "./work-actions.ts";

interface Props {
  uploads: readonly Upload[];
  tasks: readonly TaskRow[];
  save: WorkActions["save"];
  onClose(): void;
}

/** What became of one upload: nothing yet, or what the server said. */
type Fate = { kept: string } | { refused: string };

/** Several files at once: where each belongs, and a draft for each that a person confirms. None is lost silently. */
export function UploadDialog({ uploads, tasks, save, onClose }: Props) {
  const paths = tasks.filter(({ status }) => status !== "removed").map(({ path }) => path);
  const [targets, setTargets] = useState(() => uploads.map(({ name }) => matchUpload(name, paths).path ?? ""));
  const [fates, setFates] = useState<ReadonlyMap<number, Fate>>(new Map());
  const [busy, setBusy] = useState(false);
  const twice = targets.find((path, index) => path !== "" && targets.indexOf(path) !== index);
  const open = uploads.flatMap((upload, index) => {
    const path = targets[index];
    return path && !("kept" in (fates.get(index) ?? {})) ? [{ upload, path, index }] : [];
  });
  const unmatched = targets.filter((path) => path === "").length;
  const keep = async () => {
    setBusy(true);
    for (const { upload, path, index } of open) {
      const fate = await keepOne(upload, path, save);
      setFates((before) => new Map(before).set(index, fate));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && !busy && onClose()}
      width="lg"
      title={uploads.length === 1 ? "One file to take" : `${uploads.length} files to take`}
      description="Each becomes a new draft of the file you assign it to; earlier drafts stay in the history."
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {fates.size > 0 ? "Close" : "Cancel"}
          </Button>
          <Button
            look="primary"
            disabled={busy || open.length === 0 || twice !== undefined}
            onClick={() => void keep()}
          >
            {open.length === 1 ? "Save this draft" : `Save these ${open.length} drafts`}
          </Button>
        </>
      }
    >
      <div className="space-y-3">
        <p role="status" className={unmatched > 0 ? "text-warn" : "text-ink-soft"}>
          {twice
            ? `Two of them are assigned to ${twice}. Choose another place for one.`
            : unmatched > 0
              ? `${unmatched === 1 ? "One has" : `${unmatched} have`} no place in the plan by name. Choose one, or leave it out.`
              : "Each has its place in the plan."}
        </p>
        <ul className="divide-y divide-line rounded border border-line">
          {uploads.map(({ name }, index) => {
            const fate = fates.get(index);
            return (
              <li key={name} className="grid gap-x-4 gap-y-1 px-3 py-2 md:grid-cols-2 md:items-center">
                <span className="font-mono text-xs break-all">{name}</span>
                {fate && "kept" in fate ? (
                  <span className="text-xs text-good">{fate.kept}</span>
                ) : (
                  <span>
                    <Select
                      aria-label={`Where ${name} belongs`}
                      className="h-8 font-mono text-xs"
                      value={targets[index]}
                      disabled={busy}
                      onChange={(event) => {
                        const { value } = event.target;
                        setTargets((before) => before.map((path, at) => (at === index ? value : path)));
                      }}
                    >
                      <option value="">Leave it out</option>
                      {paths.map((path) => (
                        <option key={path} value={path}>
                          {path}
                        </option>
                      ))}
                    </Select>
                    {fate && <span className="text-xs text-stop">{fate.refused}</span>}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Dialog>
  );
}

async function keepOne({ name, file }: Upload, path: string, save: WorkActions["save"]): Promise<Fate> {
  const read = await readTextFile(file);
  if ("refused" in read) return read;
  const saved = await save({ path, text: read.text, source: "paste", reason: `From ${name}` }).catch(() => null);
  if (!saved) return { refused: "The server could not be reached; nothing was saved." };
  return saved.ok
    ? { kept: `Saved as draft ${saved.value.number} of ${path}` }
    : { refused: saved.error.map(({ message }) => message).join(" ") };
}
