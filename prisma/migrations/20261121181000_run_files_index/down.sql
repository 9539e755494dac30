DROP INDEX "run_files_idx";
