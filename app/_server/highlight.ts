import "server-only";
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { type CodeText, plainCode } from "#lib/core/view/code-text.ts";

const PREFIX = "--tk-";
const theme = createCssVariablesTheme({ name: "plumbline", variablePrefix: PREFIX, fontStyle: false });

const LANGUAGES = {
  python: () => import("shiki/langs/python.mjs"),
  toml: () => import("shiki/langs/toml.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
  json: () => import("shiki/langs/json.mjs"),
  markdown: () => import("shiki/langs/markdown.mjs"),
  dockerfile: () => import("shiki/langs/docker.mjs"),
  ini: () => import("shiki/langs/ini.mjs"),
  dotenv: () => import("shiki/langs/dotenv.mjs"),
  html: () => import("shiki/langs/html.mjs"),
  sql: () => import("shiki/langs/sql.mjs"),
} as const;
type Language = keyof typeof LANGUAGES;

const BY_NAME: readonly (readonly [RegExp, Language])[] = [
  [/\.pyi?$/, "python"],
  [/(\.toml|\.lock)$/, "toml"],
  [/\.ya?ml$/, "yaml"],
  [/\.json$/, "json"],
  [/\.md$/, "markdown"],
  [/(^|\/)Dockerfile$/, "dockerfile"],
  [/\.(ini|cfg)$/, "ini"],
  [/\.env(\.|$)/, "dotenv"],
  [/\.html?$/, "html"],
  [/\.sql$/, "sql"],
];

/** Above this, colours cost more than they help. */
const LIMIT = 200_000;

/** Texts whose colours are remembered, and how long they may be: one page shows the same few again and again. */
const KEPT = 64;
const KEPT_LENGTH = 20_000;
const known = new Map<string, CodeText>();

let highlighter: Promise<HighlighterCore> | undefined;

/** A file's text with token classes, for `CodeBlock`; plain where the language is not known. */
export async function highlight(path: string, text: string): Promise<CodeText> {
  const language = BY_NAME.find(([pattern]) => pattern.test(path))?.[1];
  if (!language || text.length > LIMIT) return plainCode(text);
  if (text.length > KEPT_LENGTH) return coloured(language, text);
  const key = `${language}\0${text}`;
  const code = known.get(key) ?? (await coloured(language, text));
  known.delete(key);
  known.set(key, code);
  if (known.size > KEPT) known.delete(known.keys().next().value as string);
  return code;
}

async function coloured(language: Language, text: string): Promise<CodeText> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: Object.values(LANGUAGES),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const { codeToTokensBase } = await highlighter;
  return codeToTokensBase(text, { lang: language, theme: "plumbline" }).map((line) =>
    line.map(({ content, color }) => [kindOf(color), content] as const),
  );
}

/** `var(--tk-token-keyword)` is the class `keyword`; the plain colours have none. */
function kindOf(color: string | undefined): string {
  const kind = /--tk-token-([a-z-]+)/.exec(color ?? "")?.[1];
  return kind ?? "";
}
