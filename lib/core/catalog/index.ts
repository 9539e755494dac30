import { auth } from "./architecture/auth.ts";
import { configuration } from "./architecture/configuration.ts";
import { dataClass } from "./architecture/data-class.ts";
import { dependencyManager } from "./architecture/dependency-manager.ts";
import { errorBoundary } from "./architecture/error-boundary.ts";
import { errorHandling } from "./architecture/error-handling.ts";
import { logging } from "./architecture/logging.ts";
import { persistence } from "./architecture/persistence.ts";
import { slo } from "./architecture/slo.ts";
import { testing } from "./architecture/testing.ts";
import type { Decision } from "./define.ts";
import { api } from "./features/api.ts";
import { apiPurpose } from "./features/api-purpose.ts";
import { ci } from "./features/ci.ts";
import { demos } from "./features/demos.ts";
import { devcontainer } from "./features/devcontainer.ts";
import { dockerfile } from "./features/dockerfile.ts";
import { docsContent } from "./features/docs-content.ts";
import { docsSite } from "./features/docs-site.ts";
import { outbound } from "./features/outbound.ts";
import { precommit } from "./features/precommit.ts";
import { readmeLanguages } from "./features/readme-languages.ts";
import { webUi } from "./features/web-ui.ts";
import { author } from "./intake/author.ts";
import { concurrency } from "./intake/concurrency.ts";
import { deployment } from "./intake/deployment.ts";
import { description } from "./intake/description.ts";
import { licence } from "./intake/licence.ts";
import { lifespan } from "./intake/lifespan.ts";
import { maturity } from "./intake/maturity.ts";
import { nonGoals } from "./intake/non-goals.ts";
import { packageName } from "./intake/package-name.ts";
import { purpose } from "./intake/purpose.ts";
import { pythonVersion } from "./intake/python-version.ts";
import { repositoryName } from "./intake/repository-name.ts";
import { teamSize } from "./intake/team-size.ts";
import { tier } from "./intake/tier.ts";
import { users } from "./intake/users.ts";
import { guided } from "./structure/guided.ts";
import { mode } from "./structure/mode.ts";
import { modules } from "./structure/modules.ts";
import { paths } from "./structure/paths.ts";
import { resources } from "./structure/resources.ts";

/** Every decision, by stage, in the order it is asked. */
export const catalog = {
  intake: {
    package_name: packageName,
    repository_name: repositoryName,
    description,
    purpose,
    users,
    maturity,
    lifespan,
    python_version: pythonVersion,
    deployment,
    concurrency,
    non_goals: nonGoals,
    team_size: teamSize,
    tier,
    licence,
    author,
  },
  architecture: {
    dependency_manager: dependencyManager,
    configuration,
    error_handling: errorHandling,
    error_boundary: errorBoundary,
    logging,
    testing,
    persistence,
    auth,
    data_class: dataClass,
    slo,
  },
  structure: {
    mode,
    guided,
    resources,
    modules,
    paths,
  },
  features: {
    api,
    api_purpose: apiPurpose,
    web_ui: webUi,
    demos,
    docs_site: docsSite,
    docs_content: docsContent,
    readme_languages: readmeLanguages,
    outbound,
    ci,
    devcontainer,
    dockerfile,
    precommit,
  },
};

/** The stages that ask questions; the fifth, generation, asks none. */
export const ASKED_STAGES = ["intake", "architecture", "structure", "features"] as const;
export type AskedStage = (typeof ASKED_STAGES)[number];

/** The decisions of each stage, as one would loop over them. */
export const STAGE_DECISIONS: Readonly<Record<AskedStage, readonly Decision[]>> = {
  intake: Object.values(catalog.intake),
  architecture: Object.values(catalog.architecture),
  structure: Object.values(catalog.structure),
  features: Object.values(catalog.features),
};

/** All decisions in the order they are asked. */
export const decisions: readonly Decision[] = ASKED_STAGES.flatMap((stage) => STAGE_DECISIONS[stage]);

const byPath = new Map(decisions.map((decision) => [pathOf(decision), decision]));

/** Where a decision's answer stands in the answers document: `architecture.logging`. */
export function pathOf(decision: Pick<Decision, "stage" | "id">): string {
  return `${decision.stage}.${decision.id}`;
}

/** The decision at a dotted path, or undefined when there is none. */
export const decisionAt = (path: string): Decision | undefined => byPath.get(path);
