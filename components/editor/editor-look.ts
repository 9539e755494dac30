import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours of code, from the same tokens as highlighted text. */
export const tokenClasses = HighlightStyle.define([
  { tag: tags.comment, class: "tk-comment" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: "tk-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "tk-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "tk-constant" },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.function(tags.variableName),
    ],
    class: "tk-function",
  },
  { tag: [tags.operator, tags.punctuation, tags.bracket], class: "tk-punctuation" },
]);

export const editorTheme = EditorView.theme({
  "&": { fontSize: "12px", backgroundColor: "var(--panel)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": {
    fontFamily: "var(--font-mono)",
    fontFeatureSettings: '"calt" 0',
    caretColor: "var(--ink)",
    minHeight: "6rem",
    padding: "8px 0",
  },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--ink-soft)", border: "none" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "var(--accent-soft) !important",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
  },
  ".cm-diagnostic": { fontFamily: "var(--font-sans)", fontSize: "12px", borderLeftColor: "var(--stop)" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
});
