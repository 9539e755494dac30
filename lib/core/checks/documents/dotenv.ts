import type { CheckFinding } from "../check.ts";
import { isPlaceholder, isSecretName } from "../security/secret-names.ts";
import type { DocumentReader } from "../static-check.ts";

interface Entry {
  name: string;
  value: string;
  line: number;
}

const entries = (text: string): Entry[] =>
  text.split("\n").flatMap((content, index) => {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(content);
    return found ? [{ name: found[1] as string, value: unquoted(found[2] as string), line: index + 1 }] : [];
  });

const unquoted = (value: string): string => value.replace(/^(["'])([\s\S]*)\1$/, "$2");

/** `.env.example` has the names of secrets and never their values; `.env` itself stays out of a repository. */
export const dotenv: DocumentReader = {
  syntax: ({ text }) => {
    const seen = new Map<string, number>();
    return text.split("\n").flatMap((content, index): CheckFinding[] => {
      const line = index + 1;
      if (/^\s*(?:#.*)?$/.test(content)) return [];
      const [entry] = entries(content);
      if (!entry)
        return [
          {
            code: "dotenv-syntax",
            message: "This line is not NAME=value.",
            mend: "Write NAME=value, or put # before a remark.",
            line,
          },
        ];
      const earlier = seen.get(entry.name);
      seen.set(entry.name, line);
      return earlier
        ? [
            {
              code: "dotenv-twice",
              message: `${entry.name} stands on line ${earlier} already.`,
              mend: "Keep one of the two.",
              line,
            },
          ]
        : [];
    });
  },
  security: ({ path, text }) => {
    const example = /\.(?:example|sample|template|dist)$/.test(path);
    const values = entries(text)
      .filter(({ name, value }) => isSecretName(name) && value !== "" && !isPlaceholder(value))
      .filter(({ value }) => !/^\{.*\}$/.test(value))
      .map(({ name, line }) => ({
        code: "dotenv-value",
        message: `${name} has a value, and this file is part of the repository.`,
        mend: `Leave it empty: \`${name}=\`. Each environment gives its own.`,
        line,
      }));
    if (example) return values;
    return [
      {
        code: "dotenv-committed",
        message: `${path} holds the settings of one machine.`,
        mend: "Keep it out of the repository (.gitignore) and list its names in .env.example.",
        line: 1,
      },
      ...values,
    ];
  },
};
