DROP TABLE "agent_grant";
DROP TABLE "worker";
DROP TABLE "run";
