"use client";
import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder as placeholderText } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { editorTheme, tokenClasses } from "./editor-look.ts";

export interface LineProblem {
  /** From 1. */
  line: number;
  column?: number;
  message: string;
}

interface Props {
  value: string;
  label: string;
  placeholder?: string;
  problems: readonly LineProblem[];
  onChange(value: string): void;
  onBlur(): void;
}

/** A small Python editor with problems at their line. Loaded only where one edits. */
export function CodeEditor({ value, label, placeholder = "", problems, onChange, onBlur }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const events = useRef({ onChange, onBlur });
  events.current = { onChange, onBlur };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once and keeps its own text
  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
          lineNumbers(),
          history(),
          bracketMatching(),
          autocompletion({ override: [] }),
          indentUnit.of("    "),
          python(),
          syntaxHighlighting(tokenClasses),
          lintGutter(),
          placeholderText(placeholder),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of(
            (update) => update.docChanged && events.current.onChange(update.state.doc.toString()),
          ),
          EditorView.domEventHandlers({ blur: () => events.current.onBlur() }),
          editorTheme,
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.hasFocus || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { doc } = editor.state;
    const marks = problems.map(({ line, column = 1, message }) => {
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const from = Math.min(at.to, at.from + Math.max(0, column - 1));
      return { from, to: Math.max(from, at.to), severity: "error" as const, message };
    });
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [problems]);

  return (
    <div
      ref={host}
      data-own-keys
      className="overflow-hidden rounded border border-line-strong bg-panel focus-within:outline-2 focus-within:outline-accent"
    />
  );
}
