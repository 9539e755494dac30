import { oneOf } from "../../critic/facts.ts";
import type { InteractionRule } from "../interaction-rule.ts";

/** The rules of area UI, in the order of the rule book (python-standard 3). */
export const WEB_UI_INTERACTIONS: readonly InteractionRule[] = [
  {
    id: "UI01",
    area: "UI",
    severity: "info",
    applies: (f) => f.web_ui === "spa",
    answersOnly: true,
    reads: ["web_ui"],
    effect:
      "The single-page app lives in its own folder with its own lock file and a client generated from the API's document.",
    reason: "The template project does the same.",
    critic: [],
    sources: ["S4", "S12"],
  },
  {
    id: "UI02",
    area: "UI",
    severity: "error",
    applies: (f) => oneOf(f.web_ui, "jinja2", "html_forms"),
    answersOnly: true,
    reads: ["web_ui"],
    effect:
      "Pages escape what they show, forms carry a token against cross-site requests, and cookies and scripts are restricted.",
    reason: "Cookie sessions need CSRF defence.",
    critic: [],
    sources: ["S12", "S46"],
  },
  {
    id: "UI03",
    area: "UI",
    severity: "warn",
    applies: (f) => f.web_ui === "admin_framework" && f.api === "fastapi",
    answersOnly: true,
    reads: ["web_ui", "api"],
    effect: "The admin console is a separate app with its own login and host name.",
    reason: "Keep the admin surface off the public host.",
    critic: ["RI04"],
    sources: ["S5"],
  },
  {
    id: "UI04",
    area: "UI",
    severity: "warn",
    applies: (f) => f.web_ui === "admin_framework" && f.api === "flask",
    answersOnly: true,
    reads: ["web_ui", "api"],
    effect:
      "The admin console stands behind a login, because Flask-Admin comes without one; it works synchronously only.",
    reason: "Flask-Admin ships without authentication.",
    critic: [],
    sources: ["K"],
  },
  {
    id: "UI05",
    area: "UI",
    severity: "warn",
    applies: (f) => f.web_ui !== "none" && oneOf(f.purpose, "library", "cli_batch"),
    answersOnly: true,
    reads: ["web_ui", "purpose"],
    effect: "A user interface does not belong into a library or a batch tool; for a library it goes into the examples.",
    reason: "A library has no UI.",
    critic: ["EX09", "EX11"],
    sources: ["S1"],
  },
];
