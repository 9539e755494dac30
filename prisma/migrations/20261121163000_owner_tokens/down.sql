ALTER TABLE "agent_grant" DROP COLUMN "acts_as_owner";
