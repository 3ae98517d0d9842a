-- AlterEnum
ALTER TYPE "ReviewState" ADD VALUE 'MERGED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "TimelineEvent" ADD VALUE 'MERGED';
ALTER TYPE "TimelineEvent" ADD VALUE 'JOINED';
ALTER TYPE "TimelineEvent" ADD VALUE 'SEPARATED';

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "dueOnBeforeMerge" DATE,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "reviewBeforeMerge" "ReviewState";

-- CreateIndex
CREATE INDEX "Submission_mergedIntoId_idx" ON "Submission"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Submission"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What is merged says into what, and nothing else does. Compared as text: a value of an enum cannot be used in the transaction that adds it.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_merged_into" CHECK (("review"::text = 'MERGED') = ("mergedIntoId" IS NOT NULL));
