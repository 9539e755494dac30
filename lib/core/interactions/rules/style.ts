import type { InteractionRule } from "../interaction-rule.ts";

/** The rules of area Style, in the order of the rule book (python-standard 3). */
export const STYLE_INTERACTIONS: readonly InteractionRule[] = [
  {
    id: "ST01",
    area: "Style",
    severity: "error",
    applies: () => true,
    answersOnly: false,
    reads: [],
    effect:
      "The linter's rules are listed by family for an exact version, so that an upgrade never changes them silently.",
    reason: "0.16 moved the default from 59 to 413 rules and dropped 18; 0.17 moved it again.",
    critic: [],
    sources: ["S15"],
  },
  {
    id: "ST02",
    area: "Style",
    severity: "error",
    applies: (f) => f.api === "fastapi" || f.persistence !== "none" || f.graphql,
    answersOnly: false,
    reads: ["api", "persistence", "graphql"],
    effect: "Imports needed at run time by Pydantic, SQLAlchemy or FastAPI are never moved into type-checking blocks.",
    reason: "Pydantic, SQLAlchemy and FastAPI evaluate annotations.",
    critic: [],
    sources: ["S6"],
  },
  {
    id: "ST03",
    area: "Style",
    severity: "error",
    applies: () => true,
    answersOnly: false,
    reads: [],
    effect: "Types are checked strictly, with a few checks beyond strict that catch unreachable and redundant code.",
    reason: "sp-repo-review MY100-MY106; mypy 2 defaults local-partial-types and strict-bytes on.",
    critic: [],
    sources: ["S8", "S16"],
  },
  {
    id: "ST04",
    area: "Style",
    severity: "error",
    applies: (f) => f.logging === "structlog",
    answersOnly: true,
    reads: ["logging"],
    effect:
      "All logs share one format and one request identifier: JSON in deployment, readable lines in development, secrets removed.",
    reason:
      "Starlette's BaseHTTPMiddleware stops ContextVar changes from travelling upwards; Polar's middleware is pure ASGI.",
    critic: [],
    sources: ["S5", "K"],
  },
  {
    id: "ST05",
    area: "Style",
    severity: "notice",
    applies: (f) => f.logging === "minimal",
    answersOnly: true,
    reads: ["logging"],
    effect: "Only errors are logged, and a library leaves the set-up of logging to its users.",
    reason: "A library must not configure logging.",
    critic: ["CO14", "RI07"],
    sources: ["S2"],
  },
];
