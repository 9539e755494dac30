-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "owner_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("project_id","version")
);

-- CreateTable
CREATE TABLE "content" (
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "draft" (
    "project_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("project_id","path","number")
);

-- CreateTable
CREATE TABLE "check_run" (
    "sha256" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "context" TEXT NOT NULL DEFAULT '',
    "toolchain" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_run_pkey" PRIMARY KEY ("sha256","path","check","context","toolchain")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "zip_sha256" TEXT NOT NULL,
    "file_count" INTEGER NOT NULL,
    "unfinished" JSONB NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE INDEX "project_owner_hash_updated_at_idx" ON "project"("owner_hash", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "draft_sha256_idx" ON "draft"("sha256");

-- CreateIndex
CREATE INDEX "delivery_project_id_at_idx" ON "delivery"("project_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_key_expires_at_idx" ON "idempotency_key"("expires_at");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "content" ADD CONSTRAINT "content_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "draft" ADD CONSTRAINT "draft_path_form" CHECK (
    octet_length("path") BETWEEN 1 AND 240
    AND "path" !~ '(^|/)\.{0,2}(/|$)'
    AND "path" !~ '[\\[:cntrl:]]'
);
ALTER TABLE "draft" ADD CONSTRAINT "draft_number_positive" CHECK ("number" > 0);
ALTER TABLE "event" ADD CONSTRAINT "event_version_positive" CHECK ("version" > 0);
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_expires_later" CHECK ("expires_at" > "created_at");

-- A person's work is never lost: what is in the log stays as it was written. (Deleting a whole project is allowed.)
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "draft_append_only" BEFORE UPDATE ON "draft" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "content_append_only" BEFORE UPDATE ON "content" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
