import { z } from "zod";

/** The files of a project as they would leave now. */
export const filesDocumentSchema = z
  .object({
    repository_name: z.string().describe("The folder everything lies in when it is delivered."),
    files: z.array(
      z.object({
        path: z.string(),
        mode: z.enum(["0644", "0755"]),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        text: z.string().optional().describe("The whole file; only of those that were asked for by path."),
      }),
    ),
  })
  .meta({ id: "ProjectFiles" });

export type FilesDocument = z.infer<typeof filesDocumentSchema>;
export type FileDocument = FilesDocument["files"][number];
