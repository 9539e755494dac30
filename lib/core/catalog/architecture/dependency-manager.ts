import { type ChoiceDecision, choice } from "../define.ts";

export const dependencyManager: ChoiceDecision<
  "dependency_manager",
  "uv" | "poetry" | "pdm" | "pip_requirements" | "pip_pyproject"
> = choice({
  id: "dependency_manager",
  stage: "architecture",
  ask: "How are dependencies declared, locked and installed?",
  label: "Dependency management",
  why: "It decides every install command, the build backend, the image and the CI. All five use the same metadata, so moving later is a day's work.",
  presence: "required",
  options: {
    uv: {
      label: "uv",
      summary: "One fast tool for Python versions, environments, locks and builds.",
      chooseWhen: "You start fresh. Installing takes seconds, and one universal lock serves every platform.",
      costs:
        "A young tool with frequent releases, driven by one company; uv.lock is unreadable to other tools and has to be exported.",
      changes:
        "uv_build, dependency groups, uv sync --locked in CI and image, .python-version, a one-week cooldown on new releases.",
    },
    poetry: {
      label: "Poetry 2",
      summary: "The established manager with a readable lock and its own publishing commands.",
      chooseWhen: "Your team knows it, or other repositories of yours use it.",
      costs: "Slower resolution; a src layout needs its packages table; groups resolve together even when optional.",
      changes: "poetry-core, poetry.lock, poetry sync, poetry check --lock in CI.",
    },
    pdm: {
      label: "PDM",
      summary: "A standards-first manager with scripts and several lock targets.",
      chooseWhen: "You want lock strategies and scripts without leaving standard metadata.",
      costs: "Fewer users and no Dependabot support: updates come from Renovate.",
      changes: "pdm-backend, pdm.lock, pdm sync, .pdm-python ignored.",
    },
    pip_requirements: {
      label: "pip with requirements.txt",
      summary: "Plain pip in a venv, with compiled requirements and hashes.",
      chooseWhen: "Only pip is allowed where it is built, or auditors want a flat list with hashes.",
      costs:
        "Two steps to install; compiling again after every change; a file is valid for one platform unless compiled universally.",
      changes: "hatchling, requirements files compiled from pyproject.toml, pip install --require-hashes.",
    },
    pip_pyproject: {
      label: "pip with pyproject.toml only",
      summary: "Ranges in pyproject.toml and nothing else.",
      chooseWhen: "A small library or an exercise, where tested ranges say more than exact versions.",
      costs: "No lock: two builds of one commit can differ. Production maturity draws a finding.",
      changes: "hatchling, pip install -e . --group dev, and a README that says there is no lock.",
    },
  },
  suggest: () => ({
    value: "uv",
    reason: "it locks for every platform, installs in seconds and needs one tool where others need three",
  }),
});
