import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { readYaml } from "./yaml-source.ts";

/** Tags with which a careless loader builds objects and calls functions. */
const OBJECT_TAG = /!!python\/(?:object|module|apply)\S*/;

/** YAML of no particular tool. */
export const yaml: DocumentReader = {
  syntax: ({ text }) => readYaml(text).faults,
  security: ({ text }) =>
    text.split("\n").flatMap((line, index): CheckFinding[] => {
      const tag = OBJECT_TAG.exec(line.replace(/#.*$/, ""));
      return tag
        ? [
            {
              code: "yaml-object",
              message: `The tag \`${tag[0]}\` lets a file call Python.`,
              mend: "Write plain values.",
              line: index + 1,
            },
          ]
        : [];
    }),
};
