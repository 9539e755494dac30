import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { images } from "../versions.ts";
import { databaseEnvironment, databaseParts, databaseService, databaseUrl } from "./compose.ts";
import { hasPostgres, isService, testDatabaseVariable } from "./traits.ts";
import { yamlDocument } from "./yaml.ts";

const EXTENSIONS = [
  "ms-python.python",
  "ms-python.mypy-type-checker",
  "charliermarsh.ruff",
  "tamasfe.even-better-toml",
];

/** For 3.15 only the tag with the Debian release was seen in use (python-standard 2.8). */
const image = ({ floor }: Design): string =>
  `${images.devcontainer}:${floor.minor >= 15 ? `${floor.text}-trixie` : floor.text}`;

/** `.devcontainer/devcontainer.json`: the same installation as everywhere else, as the user `vscode`. */
export function devcontainer(design: Design): string {
  const { devcontainer: own } = toolchainOf(design);
  const withDatabase = hasPostgres(design);
  const tree = {
    name: design.repositoryName,
    ...(withDatabase
      ? {
          dockerComposeFile: "compose.yaml",
          service: "workspace",
          workspaceFolder: `/workspaces/${design.repositoryName}`,
        }
      : { image: image(design) }),
    remoteUser: "vscode",
    postCreateCommand: own.install(design).join(" && "),
    ...(Object.keys(own.environment).length > 0 ? { remoteEnv: own.environment } : {}),
    ...(isService(design) ? { forwardPorts: [8000] } : {}),
    customizations: {
      vscode: {
        extensions: EXTENSIONS,
        settings: { "python.defaultInterpreterPath": ".venv/bin/python", "editor.formatOnSave": true },
      },
    },
  };
  return `${JSON.stringify(tree, null, 2)}\n`;
}

/** `.devcontainer/compose.yaml`: the workspace beside a database that the tests may use. */
export const devcontainerCompose = (design: Design): string =>
  yamlDocument({
    services: {
      workspace: {
        image: image(design),
        command: ["sleep", "infinity"],
        volumes: [`..:/workspaces/${design.repositoryName}:cached`],
        environment: {
          ...databaseEnvironment(design),
          [testDatabaseVariable(design)]: databaseUrl(design, `${design.packageName}_test`),
        },
        depends_on: { database: { condition: "service_healthy" } },
      },
      database: databaseService(design, false),
    },
    ...databaseParts(design),
  });
