-- Which runs refer to a content; asked for each text that may be forgotten. Prisma cannot declare an index of an expression.
CREATE INDEX "run_files_idx" ON "run" USING gin (("files" -> 'files') jsonb_path_ops);
