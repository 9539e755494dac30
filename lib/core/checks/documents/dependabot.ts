import { z } from "zod";
import type { DocumentReader } from "../static-check.ts";
import { schemaFindings } from "./schema.ts";
import { readYaml } from "./yaml-source.ts";

const ECOSYSTEMS =
  "bazel bun bundler cargo composer conda deno devcontainers docker docker-compose dotnet-sdk elm github-actions gitsubmodule gomod gradle helm julia maven mix npm nuget opentofu pip pre-commit pub rust-toolchain swift terraform uv vcpkg".split(
    " ",
  );
const INTERVALS = ["daily", "weekly", "monthly", "quarterly", "semiannually", "yearly", "cron"];

const schema = z.strictObject({
  version: z.literal(2, { error: "Must be 2" }),
  registries: z.looseObject({}).optional(),
  "enable-beta-ecosystems": z.boolean().optional(),
  "multi-ecosystem-groups": z.looseObject({}).optional(),
  updates: z
    .array(
      z
        .looseObject({
          "package-ecosystem": z.enum(ECOSYSTEMS, { error: `Must be one of ${ECOSYSTEMS.join(", ")}` }),
          directory: z.string().optional(),
          directories: z.array(z.string()).optional(),
          schedule: z.looseObject({
            interval: z.enum(INTERVALS, { error: `Must be one of ${INTERVALS.join(", ")}` }),
          }),
        })
        .refine((one) => one.directory !== undefined || one.directories !== undefined, {
          error: "Must say where to look: `directory: /`",
        }),
    )
    .min(1),
});

/** What keeps the dependencies fresh. */
export const dependabot: DocumentReader = {
  syntax: ({ text }) => readYaml(text).faults,
  contract: ({ text }) => schemaFindings(schema, readYaml(text), "dependabot"),
};
