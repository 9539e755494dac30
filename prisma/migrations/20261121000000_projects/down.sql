-- Takes this migration back. It deletes every project: dump the database first.
DROP TABLE "idempotency_key", "delivery", "check_run", "draft", "content", "event", "project";
DROP FUNCTION "refuse_change"();
