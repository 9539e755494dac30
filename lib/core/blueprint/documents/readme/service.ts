import type { ResourceDesign } from "../../../design/design.ts";
import { shWord } from "../../encode.ts";
import { LOCAL_API_KEY, settingsOf, variableOf } from "../../settings-catalog.ts";
import { toolchainOf } from "../../toolchains/index.ts";
import { bullets, code, commandBlock, table } from "../markdown.ts";
import { hasApiKeys, hasDemos, hasFastapi, hasPostgres, isService } from "../traits.ts";
import { composed, packaged, type ReadmeContext, readOn, type Section } from "./context.ts";
import { sampleBody } from "./samples.ts";

const BASE = "http://127.0.0.1:8000";
const route = ({ names }: ResourceDesign): string => `/v1/${names.pluralKebab}`;
const authorised = ({ design }: ReadmeContext): string[] =>
  hasApiKeys(design) ? [`--header ${shWord(`Authorization: Bearer ${LOCAL_API_KEY}`)}`] : [];

function requests(context: ReadmeContext): string[] {
  const [first] = context.design.resources;
  const curl = "curl --fail-with-body --silent --show-error";
  const ready = `${curl} ${BASE}/health/ready`;
  if (!first || !hasFastapi(context.design)) return [ready];
  const create = [curl, ...authorised(context), "--json", shWord(sampleBody(first)), `${BASE}${route(first)}`];
  return [ready, create.join(" "), [curl, ...authorised(context), `${BASE}${route(first)}`].join(" ")];
}

/** From nothing to a first request, on this machine. */
export const serviceStart: Section = (context) => {
  const { design } = context;
  if (!isService(design) || !packaged(context, "__main__.py")) return null;
  const { run } = toolchainOf(design);
  const variable = `${design.envPrefix}DATABASE__URL`;
  const own = `Start a PostgreSQL server, create a database, and put its address into \`${variable}\` in \`.env\` (the user must be allowed to create tables).`;
  const main = (command: string) => run(`python -m ${design.packageName} ${command}`);
  return {
    title: "Quick start",
    blocks: [
      hasPostgres(design) && !composed(context) ? own : null,
      commandBlock([
        "cp .env.example .env",
        ...(composed(context) ? ["docker compose up --detach --wait database"] : []),
        ...(hasPostgres(design) ? [main("migrate")] : []),
        main("serve"),
      ]),
      "The service answers on port 8000 until you stop it. In another terminal:",
      commandBlock(requests(context)),
      hasApiKeys(design)
        ? `\`${LOCAL_API_KEY}\` is the key that \`.env.example\` knows; it is for this machine only.`
        : null,
      hasDemos(design) ? `A longer walk through the API is in [examples/quickstart.py](examples/quickstart.py):` : null,
      hasDemos(design) ? commandBlock([run("python examples/quickstart.py")]) : null,
    ],
  };
};

function resourceRows(resource: ResourceDesign): string[][] {
  const path = route(resource);
  const { title, pluralTitle } = resource.names;
  const transitions = resource.lifecycle?.transitions ?? [];
  return [
    [code(`POST ${path}`), `Create one ${title}; repeat safely with \`Idempotency-Key\``],
    [code(`GET ${path}`), `List ${pluralTitle}, page by page`],
    [code(`GET ${path}/{id}`), `Read one ${title}; \`ETag\` is its version`],
    [code(`PATCH ${path}/{id}`), "Change it; `If-Match` must hold the version it is based on"],
    ...transitions.map(({ name, from, to }) => [
      code(`POST ${path}/{id}/${name.replaceAll("_", "-")}`),
      `From ${from.map(code).join(" or ")} to ${code(to)}`,
    ]),
    ...(resource.lifecycle ? [] : [[code(`DELETE ${path}/{id}`), "Delete it"]]),
  ];
}

/** The commands of the program. */
export const serviceUsage: Section = (context) => {
  const { design } = context;
  if (!isService(design) || !packaged(context, "__main__.py")) return null;
  const { run } = toolchainOf(design);
  return {
    title: "Usage",
    blocks: [
      `Every command runs as \`${run(`python -m ${design.packageName} COMMAND`)}\`, or as \`${design.repositoryName} COMMAND\` where the package is installed.`,
      table(
        ["Command", "Does"],
        [
          ["`serve`", "Runs the HTTP server until SIGTERM, then lets open requests finish"],
          ...(hasPostgres(design)
            ? [
                [
                  "`migrate`",
                  "Brings the database to the newest schema; `--down-to REVISION` goes back, `--check` only compares",
                ],
              ]
            : []),
          ["`purge`", "Deletes stored answers of idempotent requests that are past their time; run it daily"],
          ["`check-config`", "Prints every setting with secrets masked, or all problems at once"],
          ["`openapi`", "Prints the OpenAPI document; needs neither settings nor database"],
          ...(hasApiKeys(design) ? [["`new-key NAME`", "Makes an API key for a client, and the hash to store"]] : []),
        ],
      ),
      readOn(context),
    ],
  };
};

/** The routes of every resource and what clients can rely on. */
export const serviceApi: Section = (context) => {
  const { design } = context;
  const { answers } = design;
  if (!isService(design) || !packaged(context, "api/app.py")) return null;
  return {
    title: "API",
    blocks: [
      table(["Request", "Does"], design.resources.flatMap(resourceRows)),
      `A running service describes itself at ${answers.features.api_purpose === "internal" ? "" : "`/docs` and "}\`/openapi.json\`. Clients can rely on this:`,
      bullets([
        ...(hasApiKeys(design)
          ? ["Every `/v1` request carries `Authorization: Bearer KEY`; without a valid key the answer is 401."]
          : []),
        "Every error is `application/problem+json` (RFC 9457) with a stable `code`.",
        "A change based on an old version gets 412, a change without `If-Match` 428.",
        "A `POST` repeated with the same `Idempotency-Key` and body gives the first answer again; with another body 422.",
        "Lists give at most 100 entries and a `next_cursor` while there are more.",
        "429 and 503 carry `Retry-After`; `X-Request-ID` is in every answer and every log line.",
      ]),
    ],
  };
};

/** Every setting the program reads. */
export const serviceConfiguration: Section = (context) => {
  const { design } = context;
  if (!isService(design) || !packaged(context, "settings.py")) return null;
  const rows = settingsOf(design).map((setting) => [
    code(variableOf(setting, design)),
    setting.default === undefined ? "required" : code(setting.default),
    `${setting.meaning}${setting.choices ? ` (${setting.choices.map(code).join(", ")})` : ""}${setting.secret ? ". Secret" : ""}`,
  ]);
  return {
    title: "Configuration",
    blocks: [
      "Settings come from environment variables, or from a `.env` file in the working directory. A missing or malformed one stops the start with the full list of problems.",
      table(["Variable", "Default", "Meaning"], rows),
    ],
  };
};
