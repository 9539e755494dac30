import { isService, isSmall, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

const NO_SETTINGS = "A library has no settings of its own: its users pass arguments.";

export const configuration: ChoiceDecision<"configuration", "env" | "files" | "pydantic_settings" | "combination"> =
  choice({
    id: "configuration",
    stage: "architecture",
    ask: "Where do settings come from?",
    label: "Configuration",
    why: "Most failed deployments are a missing or misspelt setting. The answer decides whether that is noticed at start-up or at night.",
    presence: "required",
    options: {
      env: {
        label: "Environment variables",
        summary: "A frozen dataclass is filled from the environment, and every missing variable is listed at once.",
        chooseWhen: "There are fewer than about fifteen settings, or it is a library, which has none.",
        costs: "Everything is flat text; grouping and types are yours to parse.",
        changes: "settings.py without a dependency, .env.example with every name. A library gets neither.",
      },
      files: {
        label: "YAML or TOML files",
        summary: "Settings stand in a file that is read at start-up.",
        chooseWhen: "It runs on machines where people edit files, or the structure is deep.",
        costs:
          "Files are committed or copied into images, and secrets follow them; the loader refuses known secret names.",
        changes: "config/ with a sample file and a loader that checks it; secrets come from the environment only.",
        aboveCeiling: overAtTiers({ 6: NO_SETTINGS }),
      },
      pydantic_settings: {
        label: "Pydantic Settings",
        summary: "One typed, frozen settings object, filled from the environment and secret files.",
        chooseWhen: "A service with a database and limits: types, ranges and secrets are checked before it listens.",
        costs: "One more dependency; nested names with a double underscore take a moment to learn.",
        changes:
          "settings.py with groups, SecretStr for secrets, describe() that masks them, .env.example from the same list.",
        aboveCeiling: overAtTiers({
          1: "At tier 1 (interview) one small dataclass is enough; a settings framework is read as scaffolding.",
          6: NO_SETTINGS,
        }),
      },
      combination: {
        label: "Files for structure, environment for secrets",
        summary: "A TOML file per environment, overridden by variables and secret mounts.",
        chooseWhen:
          "Several environments differ in more than addresses, and the difference should be reviewed like code.",
        costs: "An order of precedence that everybody has to know; a test pins it.",
        changes: "config/*.toml without secrets, settings.py that merges: arguments, environment, secret files, TOML.",
        aboveCeiling: overAtTiers({
          1: "At tier 1 (interview) one small dataclass is enough; two sources of settings are read as scaffolding.",
          2: "At tier 2 (prototype) one source of settings is enough.",
          6: NO_SETTINGS,
        }),
      },
    },
    suggest(answers) {
      if (!answers.intake?.purpose) return null;
      if (!isService(answers) && answers.intake.purpose !== "cli_batch")
        return { value: "env", reason: "a library or an experiment takes arguments and needs no settings framework" };
      if (isSmall(answers)) return { value: "env", reason: "at this tier a handful of variables is all there is" };
      if (answers.intake.deployment === "multiple")
        return {
          value: "combination",
          reason: "several environments should differ in files one can review, not in variables nobody sees",
        };
      return tierOf(answers) === 0
        ? null
        : {
            value: "pydantic_settings",
            reason: "missing or malformed settings stop the start with one list instead of failing later",
          };
    },
  });
