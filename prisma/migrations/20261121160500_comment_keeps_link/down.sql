ALTER TABLE "comment" DROP CONSTRAINT "comment_link_id_fkey";
ALTER TABLE "comment" ADD CONSTRAINT "comment_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "share_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;
