ALTER TABLE "run" DROP COLUMN "losses";
