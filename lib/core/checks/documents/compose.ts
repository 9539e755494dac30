import { z } from "zod";
import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { composeSecurity } from "./compose-security.ts";
import { schemaFindings } from "./schema.ts";
import { listOf, mapOf, readYaml, type YamlParsed } from "./yaml-source.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const words = z.union([z.string(), z.array(z.string())]);
const service = z.looseObject({
  image: z.string().optional(),
  build: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  command: z.union([words, z.null()]).optional(),
  entrypoint: z.union([words, z.null()]).optional(),
  environment: z.union([z.record(z.string(), scalar), z.array(z.string())]).optional(),
  ports: z.array(z.union([z.string(), z.number(), z.record(z.string(), z.unknown())])).optional(),
  volumes: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).optional(),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
  privileged: z.boolean().optional(),
  read_only: z.boolean().optional(),
  cap_add: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
});
const named = z.union([z.record(z.string(), z.unknown()), z.null()]).optional();
const TOP = ["version", "name", "services", "networks", "volumes", "configs", "secrets", "include", "models"] as const;
const schema = z
  .looseObject({
    services: z.record(z.string(), service, { error: "Must be a table of services" }),
    networks: named,
    volumes: named,
    configs: named,
    secrets: named,
  })
  .check((context) => {
    const known: readonly string[] = TOP;
    for (const key of Object.keys(context.value))
      if (!known.includes(key) && !key.startsWith("x-"))
        context.issues.push({ code: "custom", input: key, path: [key], message: "Is not a field of a compose file" });
  });

/** Several containers that start together. */
export const compose: DocumentReader = {
  syntax: ({ text }) => readYaml(text).faults,
  contract: ({ text }) => {
    const parsed = readYaml(text);
    return [...schemaFindings(schema, parsed, "compose"), ...references(parsed)];
  },
  style: ({ text }) => {
    const parsed = readYaml(text);
    return services(parsed).flatMap(([id, one]) => [
      ...portFindings(parsed, id, one),
      ...imageFindings(parsed, id, one),
    ]);
  },
  security: ({ text }) => composeSecurity(readYaml(text)),
};

/** The services of a compose file by name. */
const services = (parsed: YamlParsed): [string, Record<string, unknown>][] =>
  Object.entries(mapOf(mapOf(parsed.value).services)).map(([id, value]) => [id, mapOf(value)]);

function references(parsed: YamlParsed): CheckFinding[] {
  const document = mapOf(parsed.value);
  const found: CheckFinding[] = [];
  const say = (path: (string | number)[], message: string, mend: string) =>
    found.push({ code: "compose-reference", message, mend, line: parsed.line(path) });
  for (const [id, one] of services(parsed)) {
    const at = ["services", id];
    if (one.image === undefined && one.build === undefined && one.extends === undefined && one.provider === undefined)
      say(at, `The service ${id} has neither \`image\` nor \`build\`.`, "Say what it starts.");
    const needed = Array.isArray(one.depends_on) ? one.depends_on : Object.keys(mapOf(one.depends_on));
    for (const name of needed)
      if (!(String(name) in mapOf(document.services)))
        say(
          Array.isArray(one.depends_on) ? [...at, "depends_on"] : [...at, "depends_on", name],
          `There is no service ${String(name)}.`,
          "Name a service of this file.",
        );
    for (const [index, entry] of listOf(one.volumes).entries()) {
      const name =
        typeof entry === "string"
          ? /^([A-Za-z0-9][\w.-]*):/.exec(entry)?.[1]
          : mapOf(entry).type === "volume"
            ? mapOf(entry).source
            : undefined;
      if (typeof name === "string" && !/^[A-Za-z]:?$/.test(name) && !(name in mapOf(document.volumes)))
        say([...at, "volumes", index], `The volume ${name} is not declared.`, `Add \`${name}: {}\` under \`volumes\`.`);
    }
    for (const kind of ["configs", "secrets"] as const)
      for (const [index, entry] of listOf(one[kind]).entries()) {
        const name = typeof entry === "string" ? entry : mapOf(entry).source;
        if (typeof name === "string" && !(name in mapOf(document[kind])))
          say([...at, kind, index], `${name} is not declared under \`${kind}\`.`, `Declare it under \`${kind}\`.`);
      }
    const networks = Array.isArray(one.networks) ? one.networks : Object.keys(mapOf(one.networks));
    for (const name of networks)
      if (name !== "default" && !(String(name) in mapOf(document.networks)))
        say([...at, "networks"], `The network ${String(name)} is not declared.`, "Declare it under `networks`.");
  }
  return found;
}

/** Older readers of YAML take 22:22 for a number to the base of sixty. */
function portFindings(parsed: YamlParsed, id: string, one: Record<string, unknown>): CheckFinding[] {
  return listOf(one.ports).flatMap((port, index): CheckFinding[] =>
    parsed.style(["services", id, "ports", index]) === "PLAIN" && /^\d+:\d+$/.test(String(port))
      ? [
          {
            code: "compose-port",
            message: `The port ${String(port)} is not quoted; some readers take it for a number to the base of sixty.`,
            mend: `Write "${String(port)}", or better "127.0.0.1:${String(port)}".`,
            line: parsed.line(["services", id, "ports", index]),
          },
        ]
      : [],
  );
}

function imageFindings(parsed: YamlParsed, id: string, one: Record<string, unknown>): CheckFinding[] {
  if (typeof one.image !== "string" || one.build !== undefined || !isFloating(one.image)) return [];
  return [
    {
      code: "compose-image",
      message: `The image ${one.image} names no version.`,
      mend: "Write the tag of a release, such as `postgres:18-trixie`.",
      line: parsed.line(["services", id, "image"]),
    },
  ];
}

/** An image without a tag or digest, or with `latest`. A variable may hold one. */
export const isFloating = (image: string): boolean =>
  !image.includes("$") && !image.includes("@sha256:") && (!/:[^/]+$/.test(image) || /:latest$/.test(image));
