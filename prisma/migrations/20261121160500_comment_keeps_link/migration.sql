-- A comment without its link would read as the owner's own: a link stays as long as something was said through it.
ALTER TABLE "comment" DROP CONSTRAINT "comment_link_id_fkey";
ALTER TABLE "comment" ADD CONSTRAINT "comment_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "share_link"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
