DROP TABLE "comment";
DROP TABLE "share_link";
