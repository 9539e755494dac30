import { isLibrary, isService } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

const NO_WEB = "A published library brings no web framework: its users choose theirs.";

export const api: ChoiceDecision<"api", "none" | "fastapi" | "flask" | "strawberry" | "graphene" | "other"> = choice({
  id: "api",
  stage: "features",
  ask: "Does it have an API, and in which framework?",
  label: "API layer",
  why: "The rules do not know about HTTP; this layer translates. It is a thin one, but it decides how contracts are described and kept.",
  presence: "required",
  gate: true,
  whenUnanswered: "none",
  options: {
    none: {
      label: "No API",
      summary: "Nothing listens on a port.",
      chooseWhen: "A library, an experiment or a command-line tool.",
      costs: "A service without one cannot be called; the critic says so.",
      changes: "No api/ folder, no server, no HTTP dependencies.",
    },
    fastapi: {
      label: "FastAPI",
      summary: "Typed routes with validation and an OpenAPI document from the same types.",
      chooseWhen: "REST with asyncio, and clients that want a schema. The usual choice.",
      costs: "A 0.x framework: minors may break, so the lock and the contract snapshot matter.",
      changes:
        "api/ with routes under /v1, problem details, middleware without framework magic, a snapshot of the contract.",
      aboveCeiling: overAtTiers({ 6: NO_WEB }),
    },
    flask: {
      label: "Flask",
      summary: "A small synchronous framework with a very stable interface.",
      chooseWhen: "The team knows it, work is synchronous, and a hand-kept contract is acceptable.",
      costs: "No validation or OpenAPI of its own: both are added at the edge and checked by tests.",
      changes: "Blueprints, Pydantic at the edge, docs/openapi.yaml tested against the routes, gunicorn.",
      aboveCeiling: overAtTiers({ 6: NO_WEB }),
    },
    strawberry: {
      label: "GraphQL with Strawberry",
      summary: "A typed GraphQL schema, mounted on FastAPI.",
      chooseWhen: "Clients need very different slices of connected data, and you control most of them.",
      costs: "Clients choose what a query costs: depth, alias and token limits are needed, and caching is harder.",
      changes:
        "graphql/ with types, loaders per request and limiters; a schema snapshot with a breaking-change check instead of versions.",
      aboveCeiling: overAtTiers({ 6: NO_WEB }),
    },
    graphene: {
      label: "GraphQL with Graphene",
      summary: "The older GraphQL library, synchronous.",
      chooseWhen: "You extend a Graphene code base.",
      costs: "Its last release is from 2024, it does not declare Python 3.14, and strict typing needs an exception.",
      changes: "graphql/ as with Strawberry, synchronous, with a note in the README; the critic flags it.",
      aboveCeiling: overAtTiers({ 6: NO_WEB }),
    },
    other: {
      label: "Another framework",
      summary: "A framework we have no templates for.",
      chooseWhen: "Litestar, Django Ninja, aiohttp or a house framework is given.",
      costs: "You or an agent write the adapter; nothing here checks its details.",
      changes: "Domain and service are generated; the API files become tasks with sub-prompts.",
      aboveCeiling: overAtTiers({ 6: NO_WEB }),
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (isService(answers))
      return {
        value: "fastapi",
        reason: "validation, schema and types come from one place, and it runs both kinds of functions",
      };
    return {
      value: "none",
      reason: isLibrary(answers)
        ? "a library is imported, not called over a network"
        : "nobody calls it over a network",
    };
  },
});
