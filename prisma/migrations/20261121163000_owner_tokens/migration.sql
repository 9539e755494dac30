ALTER TABLE "agent_grant" ADD COLUMN "acts_as_owner" BOOLEAN NOT NULL DEFAULT false;
