ALTER TABLE "worker" DROP COLUMN "metrics";
