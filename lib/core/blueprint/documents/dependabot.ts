import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { cooldownDays } from "../versions.ts";
import { hasHooks, hasImage } from "./traits.ts";
import { yamlDocument } from "./yaml.ts";

/** `.github/dependabot.yml`: one grouped pull request a week and kind, of releases that had time to be found bad. */
export function dependabot(design: Design): string {
  const manager = toolchainOf(design).dependabot;
  const ecosystems = [
    "github-actions",
    ...(manager ? [manager] : []),
    ...(hasImage(design) ? ["docker", "docker-compose"] : []),
    ...(hasHooks(design) ? ["pre-commit"] : []),
  ];
  return yamlDocument({
    version: 2,
    updates: ecosystems.map((ecosystem) => ({
      "package-ecosystem": ecosystem,
      directory: "/",
      schedule: { interval: "weekly" },
      groups: { [ecosystem]: { patterns: ["*"] } },
      cooldown: { "default-days": cooldownDays },
    })),
  });
}
