"use client";
import { FileUp } from "lucide-react";
import dynamic from "next/dynamic";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "#lib/core/result.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ProblemList } from "../problem-list.tsx";
import type { EditorHandle } from "./code-editor.tsx";
import type { LiveCheck } from "./proof-aside.tsx";
import { keepTypedText, readTextFile, type TypedText, typedText } from "./typed-text.ts";

const CodeEditor = dynamic(() => import("./code-editor.tsx").then((loaded) => loaded.CodeEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

interface Props {
  projectId: string;
  path: string;
  /** The draft on the table; empty when there is none. */
  text: string;
  busy: boolean;
  problems: readonly Problem[];
  handle: RefObject<EditorHandle | null>;
  /** The text is another one than any check has seen. */
  onTyping(): void;
  onChecked(checked: LiveCheck): void;
  onSave(typed: TypedText, reason: string): void;
  onLeave(): void;
}

/** The text of a file under one's own hands, checked while one types. What is typed survives a reload. */
export function EditPane({
  projectId,
  path,
  text,
  busy,
  problems,
  handle,
  onTyping,
  onChecked,
  onSave,
  onLeave,
}: Props) {
  const [start] = useState<TypedText>(() => typedText(projectId, path) ?? { text, source: "edit", note: "" });
  const typed = useRef<TypedText>(start);
  const [changed, setChanged] = useState(start.text !== text);
  const [note, setNote] = useState(
    start.note || (start.text === text ? "" : "This is what you had typed here and not saved yet."),
  );
  const [refused, setRefused] = useState("");
  const [reason, setReason] = useState("");
  const chooser = useRef<HTMLInputElement>(null);

  const onType = (now: string) => {
    typed.current = { ...typed.current, text: now };
    setChanged(now !== text);
    keepTypedText(projectId, path, now === text ? null : typed.current);
    onTyping();
  };

  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readTextFile(file);
    if ("refused" in read) {
      setRefused(read.refused);
      return;
    }
    setRefused("");
    setNote(`This is the text of ${file.name}. Look at it, then save it as a draft.`);
    typed.current = { ...typed.current, source: "paste", note: `From ${file.name}` };
    handle.current?.replace(read.text);
  };

  const check = useCallback(
    async (now: string, signal: AbortSignal): Promise<CheckedView | null> => {
      try {
        const answer = await fetch(`/p/${projectId}/lint`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ path, text: now }),
          signal,
        });
        const checked = answer.ok ? ((await answer.json()) as CheckedView) : null;
        onChecked(checked ?? "unknown");
        return checked;
      } catch {
        if (!signal.aborted) onChecked("unknown");
        return null;
      }
    },
    [projectId, path, onChecked],
  );

  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed]);

  const save = () =>
    changed &&
    !busy &&
    onSave({ ...typed.current, text: handle.current?.text() ?? typed.current.text }, reason || typed.current.note);
  const leave = () => {
    keepTypedText(projectId, path, null);
    onLeave();
  };

  return (
    <section
      aria-label={`Editing ${path}`}
      className="space-y-3"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void take(file);
      }}
    >
      {note && <Callout tone="notice">{note}</Callout>}
      {refused && (
        <Callout tone="stop" role="alert" title="That file was not taken">
          {refused} Choose a text file.
        </Callout>
      )}
      <CodeEditor
        path={path}
        initial={start.text}
        onReady={(made) => {
          handle.current = made;
        }}
        onType={onType}
        onSave={save}
        check={check}
      />
      <ProblemList problems={problems} title="The draft was not saved" />
      <div className="bottom-14 z-10 flex flex-wrap items-end gap-2 bg-paper py-2 md:sticky">
        <Field id="draft-reason" label="What did you change? (if you like)" className="min-w-[12rem] flex-1">
          <Input
            id="draft-reason"
            dir="auto"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <input
          ref={chooser}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label="Choose a file to take the text from"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <Button look="quiet" icon={<FileUp aria-hidden className="size-4" />} onClick={() => chooser.current?.click()}>
          Take a file
        </Button>
        <Button onClick={leave}>{changed ? "Discard" : "Leave the editor"}</Button>
        <Button look="primary" disabled={busy || !changed} onClick={save}>
          Save as a new draft
        </Button>
      </div>
    </section>
  );
}
