import type { Design } from "../../design/design.ts";
import { type Artifact, defineArtifact } from "../define-artifact.ts";
import { auditWorkflow, ciWorkflow } from "../documents/ci.ts";
import { compose } from "../documents/compose.ts";
import { dependabot } from "../documents/dependabot.ts";
import { devcontainer, devcontainerCompose } from "../documents/devcontainer.ts";
import { dockerfile, dockerignore } from "../documents/dockerfile.ts";
import { preCommit } from "../documents/pre-commit.ts";
import { hasCi, hasDevcontainer, hasHooks, hasImage, hasPostgres, isFull, isService } from "../documents/traits.ts";

const imaged = (design: Design) => hasImage(design) && isService(design);

const ci = defineArtifact({
  id: "delivery-ci",
  phase: "delivery",
  appliesWhen: hasCi,
  path: () => ".github/workflows/ci.yml",
  purpose: () => "Runs the checks of the README on every change",
  because: [
    "features.ci",
    "architecture.dependency_manager",
    "architecture.testing",
    "intake.python_version",
    "intake.purpose",
    "features.dockerfile",
    "features.docs_site",
  ],
  coversEveryOption: true,
  after: ["base-pyproject"],
  effort: "moderate",
  layer: "none",
  requirements: () => [
    "No rights at the top, reading only per job; every action pinned by commit with its version beside it.",
    "The commands are those of the README; no expression inside a shell script; one job that requires all others.",
  ],
  content: (design) => ({ text: ciWorkflow(design) }),
});

const audit = defineArtifact({
  id: "delivery-audit",
  phase: "delivery",
  appliesWhen: (design) => hasCi(design) && isFull(design) && isService(design),
  path: () => ".github/workflows/audit.yml",
  purpose: () => "Looks once a week for known weaknesses in the installed packages",
  because: ["features.ci", "architecture.dependency_manager"],
  coversEveryOption: true,
  after: ["delivery-ci"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: auditWorkflow(design) }),
});

const updates = defineArtifact({
  id: "delivery-dependabot",
  phase: "delivery",
  appliesWhen: (design) => hasCi(design) && isFull(design),
  path: () => ".github/dependabot.yml",
  purpose: () => "Proposes updates once a week, grouped, after releases had a week to be found bad",
  because: ["features.ci", "architecture.dependency_manager", "features.dockerfile", "features.precommit"],
  coversEveryOption: true,
  after: ["delivery-ci"],
  effort: "trivial",
  layer: "none",
  content: (design) => ({ text: dependabot(design) }),
});

const hooks = defineArtifact({
  id: "delivery-precommit",
  phase: "delivery",
  appliesWhen: hasHooks,
  path: () => ".pre-commit-config.yaml",
  purpose: () => "Runs the quick checks before each commit",
  because: ["features.precommit", "architecture.dependency_manager", "intake.tier"],
  coversEveryOption: true,
  after: ["base-pyproject"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: preCommit(design) }),
});

const image = defineArtifact({
  id: "delivery-dockerfile",
  phase: "delivery",
  appliesWhen: imaged,
  path: () => "Dockerfile",
  purpose: () => "Builds the service's image: two stages, no root, a health check of its own",
  because: ["features.dockerfile", "architecture.dependency_manager", "intake.python_version", "features.api"],
  after: ["base-pyproject"],
  effort: "moderate",
  layer: "none",
  requirements: () => [
    "Two stages; the last runs as a numbered user without root and holds no build tool.",
    "Packages are installed before the sources are copied; the command is in exec form; the health check needs no curl.",
  ],
  content: (design) => ({ text: dockerfile(design) }),
});

const context = defineArtifact({
  id: "delivery-dockerignore",
  phase: "delivery",
  appliesWhen: imaged,
  path: () => ".dockerignore",
  purpose: () => "Keeps history, secrets and tests out of the image",
  because: ["features.dockerfile"],
  after: ["delivery-dockerfile"],
  effort: "trivial",
  layer: "none",
  content: () => ({ text: dockerignore() }),
});

const services = defineArtifact({
  id: "delivery-compose",
  phase: "delivery",
  appliesWhen: imaged,
  path: () => "compose.yaml",
  purpose: (design) =>
    hasPostgres(design) ? "Starts the service and its database on one machine" : "Starts the service on one machine",
  because: ["features.dockerfile", "architecture.persistence", "architecture.configuration"],
  after: ["delivery-dockerfile", "base-env-example"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: compose(design) }),
});

const container = defineArtifact({
  id: "delivery-devcontainer",
  phase: "delivery",
  appliesWhen: hasDevcontainer,
  path: () => ".devcontainer/devcontainer.json",
  purpose: () => "The development environment for editors that open containers",
  because: [
    "features.devcontainer",
    "architecture.dependency_manager",
    "intake.python_version",
    "architecture.persistence",
  ],
  coversEveryOption: true,
  after: ["base-pyproject"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: devcontainer(design) }),
});

const containerServices = defineArtifact({
  id: "delivery-devcontainer-compose",
  phase: "delivery",
  appliesWhen: (design) => hasDevcontainer(design) && hasPostgres(design),
  path: () => ".devcontainer/compose.yaml",
  purpose: () => "A workspace and a database beside it, for the development container",
  because: ["features.devcontainer", "architecture.persistence"],
  after: ["delivery-devcontainer"],
  effort: "simple",
  layer: "none",
  content: (design) => ({ text: devcontainerCompose(design) }),
});

/** The delivery set: CI, updates, hooks, image, development container. */
export const deliveryFiles: readonly Artifact[] = [
  ci,
  audit,
  updates,
  hooks,
  image,
  context,
  services,
  container,
  containerServices,
];
