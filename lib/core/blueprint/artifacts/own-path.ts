import { type Artifact, defineArtifact, type Subject } from "../define-artifact.ts";
import { mdText, pyDoc } from "../encode.ts";

const wanted = (subject: Subject): string => ("path" in subject ? (subject.path as string) : "");

const nameOf = (path: string): string => (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");

const words = (path: string): string => nameOf(path).replaceAll(/[_-]+/g, " ").trim();

/** The honest beginning of a file that only its owner can write: valid in its language, and it says nothing it does not know. */
const BEGINNINGS: Readonly<Record<string, (path: string) => string>> = {
  py: (path) => `"""${pyDoc(words(path) || "package")}: written by hand, not generated."""\n`,
  md: (path) => `# ${mdText(words(path))}\n`,
  json: () => "{}\n",
  toml: () => "# Yours to fill.\n",
  yaml: () => "# Yours to fill.\n",
  yml: () => "# Yours to fill.\n",
};

/** A file or folder the person put into the tree: kept where they want it, with a beginning in its own language. */
export const ownPathArtifacts: readonly Artifact[] = [
  defineArtifact({
    id: "own.path",
    phase: "optional",
    each: "own-path",
    appliesWhen: () => true,
    path: (_, subject) => (wanted(subject).endsWith("/") ? `${wanted(subject)}.gitkeep` : wanted(subject)),
    purpose: (_, subject) =>
      wanted(subject).endsWith("/") ? "Keeps a folder of your tree" : "A file of your tree, yours to write",
    because: ["structure.paths"],
    after: [],
    effort: "simple",
    layer: "none",
    unfinished: true,
    content: (_, subject) => ({
      text: (BEGINNINGS[wanted(subject).split(".").at(-1) ?? ""] ?? (() => ""))(wanted(subject)),
    }),
  }),
];
