-- The place in every queue as one number, so that one index gives any of them from any row on: the day something is due, in days since 2000
-- (without a day: last), times 10^13, then when it came, in milliseconds since 2000. app/domain/moderation/queue-place.ts says the same.
-- DropIndex
DROP INDEX "Comment_review_receivedAt_id_idx";

-- DropIndex
DROP INDEX "Comment_receivedAt_id_idx";

-- DropIndex
DROP INDEX "Submission_review_receivedAt_id_idx";

-- DropIndex
DROP INDEX "Submission_handling_dueOn_id_idx";

-- DropIndex
DROP INDEX "Submission_handlingDeskId_handling_dueOn_idx";

-- DropIndex
DROP INDEX "Submission_inquiryDeskId_receivedAt_idx";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "queuePlace" BIGINT NOT NULL GENERATED ALWAYS AS (
  COALESCE("dueOn" - DATE '2000-01-01', 99999)::bigint * 10000000000000
    + (EXTRACT(EPOCH FROM ("receivedAt" - TIMESTAMPTZ '2000-01-01 00:00:00+00')) * 1000)::bigint
) STORED;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "queuePlace" BIGINT NOT NULL GENERATED ALWAYS AS (
  COALESCE("dueOn" - DATE '2000-01-01', 99999)::bigint * 10000000000000
    + (EXTRACT(EPOCH FROM ("receivedAt" - TIMESTAMPTZ '2000-01-01 00:00:00+00')) * 1000)::bigint
) STORED;

-- CreateIndex
CREATE INDEX "Comment_review_queuePlace_id_idx" ON "Comment"("review", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Comment_queuePlace_id_idx" ON "Comment"("queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_review_queuePlace_id_idx" ON "Submission"("review", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_queuePlace_id_idx" ON "Submission"("queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_handling_queuePlace_id_idx" ON "Submission"("handling", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_handlingDeskId_handling_queuePlace_idx" ON "Submission"("handlingDeskId", "handling", "queuePlace");

-- CreateIndex
CREATE INDEX "Submission_inquiryDeskId_queuePlace_idx" ON "Submission"("inquiryDeskId", "queuePlace");
