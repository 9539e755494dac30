import { z } from "zod";
import type { CheckFinding, FileUnderCheck } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { jsonFaults } from "./json.ts";
import { schemaFindings } from "./schema.ts";
import { listOf, mapOf, readYaml } from "./yaml-source.ts";

const command = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]);
const schema = z
  .looseObject({
    name: z.string().optional(),
    image: z.string().optional(),
    build: z.looseObject({ dockerfile: z.string().optional() }).optional(),
    dockerFile: z.string().optional(),
    dockerComposeFile: z.union([z.string(), z.array(z.string())]).optional(),
    service: z.string().optional(),
    forwardPorts: z.array(z.union([z.int().min(1).max(65_535), z.string()])).optional(),
    remoteEnv: z.record(z.string(), z.union([z.string(), z.null()])).optional(),
    containerEnv: z.record(z.string(), z.string()).optional(),
    postCreateCommand: command.optional(),
    postStartCommand: command.optional(),
    remoteUser: z.string().optional(),
    features: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((one) => one.image ?? one.build ?? one.dockerFile ?? one.dockerComposeFile, {
    error: "It must say what to start: `image`, `build` or `dockerComposeFile`",
  })
  .refine((one) => one.dockerComposeFile === undefined || one.service !== undefined, {
    error: "With `dockerComposeFile` it must name the `service` to work in",
    path: ["dockerComposeFile"],
  });

/** Comments are allowed here; they become blanks, so that lines stay where they are. */
const uncommented = (text: string): string =>
  text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, " "),
  );

/** The workplace in a container. */
export const devcontainer: DocumentReader = {
  syntax: ({ text }) => jsonFaults(uncommented(text)),
  contract: (file) => {
    const parsed = readYaml(uncommented(file.text));
    return [...schemaFindings(schema, parsed, "devcontainer"), ...missingFiles(file)];
  },
  security: ({ text }) => {
    const parsed = readYaml(uncommented(text));
    const document = mapOf(parsed.value);
    const risky = [
      ...listOf(document.runArgs).map((value, index) => ({ value: String(value), path: ["runArgs", index] })),
      ...listOf(document.mounts).map((value, index) => ({ value: JSON.stringify(value), path: ["mounts", index] })),
    ];
    return risky.flatMap(({ value, path }): CheckFinding[] =>
      /--privileged|docker\.sock|SYS_ADMIN|--cap-add[= ]?ALL/.test(value)
        ? [
            {
              code: "devcontainer-rights",
              message: `\`${value.slice(0, 80)}\` hands the host over to whatever runs in the container.`,
              mend: "Remove it; the docker-in-docker feature needs neither.",
              line: parsed.line(path),
            },
          ]
        : [],
    );
  },
};

function missingFiles({ path, text, paths }: FileUnderCheck): CheckFinding[] {
  const parsed = readYaml(uncommented(text));
  const { dockerComposeFile, build, dockerFile } = mapOf(parsed.value);
  const folder = path.split("/").slice(0, -1);
  const named = [dockerComposeFile, mapOf(build).dockerfile, dockerFile]
    .flat()
    .filter((one): one is string => typeof one === "string");
  return named
    .filter((one) => !paths.includes(resolve(folder, one)))
    .map((one) => ({
      code: "devcontainer-file",
      message: `\`${one}\` is not a file of this repository.`,
      mend: "Name a file that exists, relative to this one.",
      line: parsed.line([dockerComposeFile ? "dockerComposeFile" : build ? "build" : "dockerFile"]),
    }));
}

function resolve(folder: readonly string[], target: string): string {
  const parts = [...folder];
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}
