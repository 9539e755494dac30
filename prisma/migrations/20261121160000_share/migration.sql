-- CreateTable
CREATE TABLE "share_link" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "link_id" TEXT,
    "author" TEXT NOT NULL,
    "anchor" JSONB NOT NULL,
    "parent_id" TEXT,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_project_id_idx" ON "share_link"("project_id");

-- CreateIndex
CREATE INDEX "comment_project_id_at_idx" ON "comment"("project_id", "at");

-- CreateIndex
CREATE INDEX "comment_link_id_idx" ON "comment"("link_id");

-- CreateIndex
CREATE INDEX "comment_parent_id_idx" ON "comment"("parent_id");

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "share_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_hash_form" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_expires_later" CHECK ("expires_at" > "created_at");
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_scope_known" CHECK ("scope" IN ('view', 'comment'));
ALTER TABLE "comment" ADD CONSTRAINT "comment_text_length" CHECK (char_length("text") BETWEEN 1 AND 2000);
