-- Derived rows that anybody could read; they are made anew, sealed with their text (docs/decisions/0011).
DELETE FROM "AnnotatedText";

-- AlterTable
ALTER TABLE "AnnotatedText" DROP COLUMN "parts",
ADD COLUMN     "sealed" TEXT NOT NULL;
