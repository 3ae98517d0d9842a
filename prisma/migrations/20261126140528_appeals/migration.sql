-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('UPHELD', 'OVERTURNED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "TimelineEvent" ADD VALUE 'APPEALED';
ALTER TYPE "TimelineEvent" ADD VALUE 'APPEAL_UPHELD';
ALTER TYPE "TimelineEvent" ADD VALUE 'APPEAL_OVERTURNED';

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "appealDueOn" DATE;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "appealDueOn" DATE;

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "words" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "outcome" "AppealOutcome",
    "explanation" TEXT,
    "byId" UUID,
    "byLabel" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_submissionId_idx" ON "Appeal"("submissionId");

-- CreateIndex
CREATE INDEX "Appeal_commentId_idx" ON "Appeal"("commentId");

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ReviewDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The place in a queue counts the first of the days on which something is due. A generated column cannot be changed before PostgreSQL 17, so it is
-- made anew, and its indexes with it.
ALTER TABLE "Comment" DROP COLUMN "queuePlace";
ALTER TABLE "Comment" ADD COLUMN "queuePlace" BIGINT NOT NULL GENERATED ALWAYS AS (
  COALESCE(LEAST("dueOn", "appealDueOn") - DATE '2000-01-01', 99999)::bigint * 10000000000000
    + (EXTRACT(EPOCH FROM ("receivedAt" - TIMESTAMPTZ '2000-01-01 00:00:00+00')) * 1000)::bigint
) STORED;
CREATE INDEX "Comment_review_queuePlace_id_idx" ON "Comment"("review", "queuePlace", "id");
CREATE INDEX "Comment_queuePlace_id_idx" ON "Comment"("queuePlace", "id");

ALTER TABLE "Submission" DROP COLUMN "queuePlace";
ALTER TABLE "Submission" ADD COLUMN "queuePlace" BIGINT NOT NULL GENERATED ALWAYS AS (
  COALESCE(LEAST("dueOn", "appealDueOn") - DATE '2000-01-01', 99999)::bigint * 10000000000000
    + (EXTRACT(EPOCH FROM ("receivedAt" - TIMESTAMPTZ '2000-01-01 00:00:00+00')) * 1000)::bigint
) STORED;
CREATE INDEX "Submission_review_queuePlace_id_idx" ON "Submission"("review", "queuePlace", "id");
CREATE INDEX "Submission_queuePlace_id_idx" ON "Submission"("queuePlace", "id");
CREATE INDEX "Submission_handling_queuePlace_id_idx" ON "Submission"("handling", "queuePlace", "id");
CREATE INDEX "Submission_handlingDeskId_handling_queuePlace_idx" ON "Submission"("handlingDeskId", "handling", "queuePlace");
CREATE INDEX "Submission_inquiryDeskId_queuePlace_idx" ON "Submission"("inquiryDeskId", "queuePlace");

-- The heap of appeals: what waits, whatever history there is. The schema language knows no such index.
CREATE INDEX "Submission_appealed_idx" ON "Submission"("queuePlace", "id") WHERE "appealDueOn" IS NOT NULL;
CREATE INDEX "Comment_appealed_idx" ON "Comment"("queuePlace", "id") WHERE "appealDueOn" IS NOT NULL;
