"use client";
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { python } from "@codemirror/lang-python";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import type { CheckedView } from "#lib/core/view/task-view.ts";

export interface EditorHandle {
  text(): string;
  replace(text: string): void;
  goTo(line: number): void;
}

interface Props {
  path: string;
  initial: string;
  onReady(handle: EditorHandle): void;
  onType(text: string): void;
  onSave(): void;
  /** Checks a text; null when that could not be done. */
  check(text: string, signal: AbortSignal): Promise<CheckedView | null>;
}

const LANGUAGES: readonly (readonly [RegExp, () => Extension])[] = [
  [/\.pyi?$/, python],
  [/\.ya?ml$/, yaml],
  [/\.json$/, json],
  [/\.md$/, markdown],
];

const PAUSE_MS = 350;
const SEVERITY = { critical: "error", blocking: "warning", advisory: "info" } as const;

/** The text editor: loaded only when someone edits. Tab indents; Escape, then Tab leaves it. */
export function CodeEditor(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  useEffect(() => {
    const { path, initial, onReady } = now.current;
    const language = LANGUAGES.find(([pattern]) => pattern.test(path))?.[1]() ?? [];
    const view = new EditorView({
      parent: place.current as HTMLDivElement,
      state: EditorState.create({ doc: initial, extensions: [...basics(path), language, live(now)] }),
    });
    onReady({
      text: () => view.state.doc.toString(),
      replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
      goTo: (line) => {
        const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
        view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
        view.focus();
      },
    });
    view.focus();
    return () => view.destroy();
  }, []);
  return (
    <div
      ref={place}
      data-own-keys
      className="overflow-hidden rounded border border-line-strong bg-panel focus-within:border-accent"
    />
  );
}

function basics(path: string): Extension[] {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  return [
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of(path.endsWith(".py") ? "    " : "  "),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    EditorState.tabSize.of(4),
    syntaxHighlighting(colours),
    look,
    EditorView.contentAttributes.of({
      "aria-label": `Text of ${path}. Escape, then Tab leaves the editor.`,
      spellcheck: "false",
      tabindex: "0",
      autocapitalize: "off",
    }),
  ];
}

function live(now: { current: Props }): Extension {
  let running: AbortController | undefined;
  return [
    keymap.of([
      { key: "Mod-s", preventDefault: true, run: () => saved(now.current) },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) now.current.onType(update.state.doc.toString());
    }),
    lintGutter(),
    linter(
      async (view) => {
        running?.abort();
        running = new AbortController();
        const checked = await now.current.check(view.state.doc.toString(), running.signal);
        return checked ? diagnostics(view, checked) : [];
      },
      { delay: PAUSE_MS },
    ),
  ];
}

function saved({ onSave }: Props): true {
  onSave();
  return true;
}

function diagnostics(view: EditorView, checked: CheckedView): Diagnostic[] {
  const { doc } = view.state;
  return checked.lines.flatMap(({ findings, severity, label }) =>
    findings.map((finding): Diagnostic => {
      const line = doc.line(Math.min(Math.max(finding.line ?? 1, 1), doc.lines));
      const from = Math.min(line.from + Math.max((finding.column ?? 1) - 1, 0), line.to);
      const word = /^\w+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 0;
      const message = [finding.message, finding.mend].filter(Boolean).join(" ");
      return {
        from,
        to: Math.max(from + word, Math.min(from + 1, line.to)),
        severity: SEVERITY[severity],
        source: `${label} ${finding.code}`,
        message,
      };
    }),
  );
}

const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.meta], color: "var(--tk-comment)", fontStyle: "italic" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--tk-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--tk-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--tk-constant)" },
  {
    tag: [tags.function(tags.variableName), tags.definition(tags.variableName), tags.className, tags.heading],
    color: "var(--tk-function)",
  },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--tk-parameter)" },
  { tag: [tags.punctuation, tags.operator], color: "var(--tk-punctuation)" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--panel)", color: "var(--ink)", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono)",
    fontFeatureSettings: '"calt" 0',
    lineHeight: "1.25rem",
    maxHeight: "calc(100dvh - 24rem)",
    minHeight: "18rem",
  },
  ".cm-content": { caretColor: "var(--accent)", padding: "0.75rem 0" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--ink-soft)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in oklch, var(--accent-soft) 55%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--accent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-line)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
  },
  ".cm-diagnostic": { padding: "0.375rem 0.625rem", whiteSpace: "pre-wrap", maxWidth: "32rem" },
  ".cm-diagnosticSource": { color: "var(--ink-soft)", opacity: "1" },
  ".cm-panels": { backgroundColor: "var(--sunk)", color: "var(--ink)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid var(--warn)" },
});
