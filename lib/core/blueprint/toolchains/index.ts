import type { Design } from "../../design/design.ts";
import { pdm } from "./pdm.ts";
import { pipPyproject } from "./pip-pyproject.ts";
import { pipRequirements } from "./pip-requirements.ts";
import { poetry } from "./poetry.ts";
import type { ManagerId, Toolchain } from "./toolchain.ts";
import { uv } from "./uv.ts";

/** One entry per option of `architecture.dependency_manager`; a manager is added by its file and its line here. */
export const toolchains = {
  uv,
  poetry,
  pdm,
  pip_requirements: pipRequirements,
  pip_pyproject: pipPyproject,
} satisfies Record<ManagerId, Toolchain>;

/** The toolchain of the design's dependency manager. */
export const toolchainOf = (design: Design): Toolchain => toolchains[design.answers.architecture.dependency_manager];
