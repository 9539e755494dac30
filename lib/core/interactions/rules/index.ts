import type { InteractionRule } from "../interaction-rule.ts";
import { API_INTERACTIONS } from "./api.ts";
import { CONFIGURATION_INTERACTIONS } from "./configuration.ts";
import { DATA_INTERACTIONS } from "./data.ts";
import { DELIVERY_INTERACTIONS } from "./delivery.ts";
import { DEPENDENCIES_INTERACTIONS } from "./dependencies.ts";
import { DOCUMENTATION_INTERACTIONS } from "./documentation.ts";
import { PYTHON_INTERACTIONS } from "./python.ts";
import { STYLE_INTERACTIONS } from "./style.ts";
import { TESTING_INTERACTIONS } from "./testing.ts";
import { WEB_UI_INTERACTIONS } from "./web-ui.ts";

/** All 93 interaction rules in the order of the rule book. */
export const INTERACTION_RULES: readonly InteractionRule[] = [
  ...PYTHON_INTERACTIONS,
  ...DEPENDENCIES_INTERACTIONS,
  ...API_INTERACTIONS,
  ...CONFIGURATION_INTERACTIONS,
  ...DATA_INTERACTIONS,
  ...TESTING_INTERACTIONS,
  ...DOCUMENTATION_INTERACTIONS,
  ...WEB_UI_INTERACTIONS,
  ...DELIVERY_INTERACTIONS,
  ...STYLE_INTERACTIONS,
];
