import type { Design } from "../../../design/design.ts";
import { mdText } from "../../encode.ts";
import { bullets, sentence } from "../markdown.ts";
import { coverageBar } from "../tool-tables.ts";
import { hasCi, hasTests, isClosed } from "../traits.ts";
import { linkTo, type ReadmeContext } from "./context.ts";

type User = Design["answers"]["intake"]["users"][number];

const AUDIENCE: Readonly<Record<User, string>> = {
  external: "external customers",
  internal_team: "our own team",
  developers: "developers who import it",
  automated: "automated systems",
  personal: "personal use",
};

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Text inside a badge's address: the service reads `-` and `_` as separators. */
const badgeText = (text: string): string => encodeURIComponent(text.replaceAll("-", "--").replaceAll("_", "__"));
const badge = (alt: string, label: string, value: string, target: string): string =>
  `[![${alt}](https://img.shields.io/badge/${badgeText(label)}-${badgeText(value)}-blue)](${target})`;

function badges({ design, paths }: ReadmeContext): string[] {
  const licence = isClosed(design) ? "proprietary" : design.answers.intake.licence;
  return [
    badge("Licence", "licence", licence, "LICENSE"),
    badge("Python", "python", `${design.floor.text}+`, "pyproject.toml"),
    ...(hasCi(design) ? [badge("CI", "CI", "GitHub Actions", ".github/workflows/ci.yml")] : []),
    ...(hasCi(design) && hasTests(design)
      ? [badge("Coverage", "coverage bar", `${coverageBar(design)} %`, "pyproject.toml")]
      : []),
    ...(paths.includes("docs/index.md") ? [badge("Documentation", "documentation", "docs", "docs/index.md")] : []),
  ];
}

/** Title, what it is, for whom, what it is not, badges: the first screen. */
export function opening(context: ReadmeContext): string[] {
  const { answers, repositoryName, tier } = context.design;
  const { description, users, non_goals: nonGoals } = answers.intake;
  const changes = linkTo(context, "CHANGELOG.md", "CHANGELOG.md");
  return [
    `# ${repositoryName}`,
    sentence(mdText(description)),
    badges(context).join("\n"),
    ...(tier === 2 ? ["**This is a prototype.** Before real use it needs tests, error handling and an owner."] : []),
    ...(users.length > 0
      ? [`Made for ${list(users.map((user) => AUDIENCE[user]))}.${changes ? ` What changed: ${changes}.` : ""}`]
      : []),
    ...(nonGoals.length > 0 ? ["Left out on purpose:", bullets(nonGoals.map((goal) => mdText(goal)))] : []),
  ];
}
