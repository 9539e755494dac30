import { mdText } from "../../encode.ts";
import { toolchainOf } from "../../toolchains/index.ts";
import { bullets, code, commandBlock, sentence } from "../markdown.ts";
import { hasDemos, hasModules, isLibrary } from "../traits.ts";
import { packaged, type ReadmeContext, readOn, type Section } from "./context.ts";

/** The modules a person asked for, with their purpose and public names. */
export function moduleLines({ design }: ReadmeContext): string[] {
  return design.modules.map(({ name, purpose, outline }) => {
    const names = outline.items.map((item) => code(item.name));
    return `${code(`${design.packageName}.${name}`)}: ${sentence(mdText(purpose))}${names.length > 0 ? ` Public: ${names.join(", ")}.` : ""}`;
  });
}

/** What stands in for a body that nobody has written yet; true whether or not one is left. */
export const unwritten = "A function that is not written yet raises `NotImplementedError` and says so.";

/** The shortest use that is executed by the tests. */
export const libraryStart: Section = (context) => {
  const { design } = context;
  if (!isLibrary(design) || !packaged(context, "__init__.py")) return null;
  const { packageName } = design;
  return {
    title: "Quick start",
    blocks: [
      ["```pycon", `>>> import ${packageName}`, `>>> ${packageName}.__version__`, "'0.1.0'", "```"].join("\n"),
      hasDemos(design) ? "A first tour of the public names:" : null,
      hasDemos(design) ? commandBlock([toolchainOf(design).run("python examples/quickstart.py")]) : null,
    ],
  };
};

/** How the package is meant to be imported. */
export const libraryUsage: Section = (context) => {
  const { design } = context;
  if (!isLibrary(design)) return null;
  return {
    title: "Usage",
    blocks: [
      `Everything public is importable from \`${design.packageName}\` itself; names that begin with an underscore may change at any time.`,
      hasModules(design) ? bullets(moduleLines(context)) : null,
      hasModules(design) ? unwritten : null,
      readOn(context),
    ],
  };
};

/** A library configures nothing on its own. */
export const libraryConfiguration: Section = ({ design }) =>
  isLibrary(design)
    ? {
        title: "Configuration",
        blocks: [
          "There is none: no settings, no environment variables, no global state. What a function needs is passed to it.",
          `Log records go to the logger \`${design.packageName}\`; the application decides what to do with them.`,
        ],
      }
    : null;
