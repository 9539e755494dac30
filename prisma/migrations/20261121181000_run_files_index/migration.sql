-- Which runs refer to a content: asked for each text that may be forgotten.
CREATE INDEX "run_files_idx" ON "run" USING GIN ("files" jsonb_path_ops);
