import type { Design } from "../../design/design.ts";
import { type Artifact, defineArtifact } from "../define-artifact.ts";
import { envExample } from "../documents/dotenv.ts";
import { editorconfig, gitignore } from "../documents/ignore.ts";
import { pyproject } from "../documents/pyproject.ts";
import { isClosed, isFull, isService, readsDotenv } from "../documents/traits.ts";
import { plainLine } from "../encode.ts";
import { toolchains } from "../toolchains/index.ts";
import type { ManagerId } from "../toolchains/toolchain.ts";

const always = () => true;

const project = defineArtifact({
  id: "base-pyproject",
  phase: "foundation",
  appliesWhen: always,
  path: () => "pyproject.toml",
  purpose: () => "Metadata, dependencies and groups, build backend, and the settings of every tool",
  because: [
    "architecture.dependency_manager",
    "intake.package_name",
    "intake.repository_name",
    "intake.description",
    "intake.python_version",
    "intake.tier",
    "intake.licence",
    "intake.author",
    "intake.concurrency",
    "architecture.persistence",
    "architecture.configuration",
    "architecture.logging",
    "architecture.testing",
    "architecture.auth",
    "features.api",
    "features.outbound",
    "features.docs_site",
    "features.precommit",
  ],
  coversEveryOption: true,
  after: [],
  effort: "moderate",
  layer: "none",
  requirements: () => [
    "Valid against PEP 517, 621, 639 and 735; an SPDX licence and no licence classifier; no upper bound on Python.",
    "Development tools stand in dependency groups, never in extras; the group `dev` includes all of them.",
    "Ruff, mypy and pytest are strict and name their rules; nothing relies on a tool's default selection.",
  ],
  content: (design) => ({ text: pyproject(design) }),
});

const ignore = defineArtifact({
  id: "base-gitignore",
  phase: "foundation",
  appliesWhen: always,
  path: () => ".gitignore",
  purpose: () => "Keeps what tools leave behind, and local settings, out of the history",
  because: ["architecture.dependency_manager", "architecture.testing", "features.docs_site"],
  coversEveryOption: true,
  after: [],
  effort: "trivial",
  layer: "none",
  content: (design) => ({ text: gitignore(design) }),
});

const editor = defineArtifact({
  id: "base-editorconfig",
  phase: "foundation",
  appliesWhen: isFull,
  path: () => ".editorconfig",
  purpose: () => "Gives every editor the same line ends and indentation",
  because: ["intake.tier"],
  coversEveryOption: true,
  after: [],
  effort: "trivial",
  layer: "none",
  content: () => ({ text: editorconfig() }),
});

/** "Only" and "or later" share one text: which of them holds is said in pyproject.toml, not in the licence itself. */
const licenceTemplate = ({ answers }: Design): string =>
  `base/licences/${answers.intake.licence.replace(/-(?:only|or-later)$/, "")}.txt`;

const licence = defineArtifact({
  id: "base-licence",
  phase: "foundation",
  appliesWhen: always,
  path: () => "LICENSE",
  purpose: (design) =>
    isClosed(design) ? "Says that all rights are reserved" : `The text of ${design.answers.intake.licence}`,
  because: ["intake.licence", "intake.author"],
  coversEveryOption: true,
  after: [],
  effort: "trivial",
  layer: "none",
  content: (design) => ({
    template: licenceTemplate(design),
    values: { author: plainLine(design.answers.intake.author) },
  }),
});

const environment = defineArtifact({
  id: "base-env-example",
  phase: "configuration",
  appliesWhen: (design) => isService(design) && readsDotenv(design),
  path: () => ".env.example",
  purpose: () => "Every setting with its meaning and a safe value for local work; no secret",
  because: ["architecture.configuration", "architecture.persistence", "architecture.auth", "features.api_purpose"],
  after: ["service-settings"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: envExample(design) }),
});

/** The small files of one dependency manager, such as `.python-version` or `poetry.toml`. */
const managerFiles = (Object.keys(toolchains) as ManagerId[]).flatMap((id) =>
  toolchains[id].files.map((file) =>
    defineArtifact({
      id: `base-${id}-${file.path.replaceAll(".", "")}`,
      phase: "foundation",
      appliesWhen: (design: Design) => design.answers.architecture.dependency_manager === id,
      path: () => file.path,
      purpose: () => file.purpose,
      because: ["architecture.dependency_manager"],
      coversEveryOption: true,
      after: ["base-pyproject"],
      effort: "trivial",
      layer: "none",
      content: (design) => ({ text: file.text(design) }),
    }),
  ),
);

/** The files at the root that every repository shares. */
export const baseFiles: readonly Artifact[] = [project, ...managerFiles, ignore, editor, licence, environment];
