-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('KEPT', 'ACTED_ON', 'GONE');

-- AlterEnum
ALTER TYPE "TimelineEvent" ADD VALUE 'REPORT_KEPT';

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "reportedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "EmailConfirmation" ADD COLUMN     "reportId" UUID;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "reportedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "revision" INTEGER NOT NULL,
    "locale" "Locale" NOT NULL,
    "reasonCode" TEXT,
    "reasonLabel" JSONB,
    "words" TEXT,
    "emailAddressId" UUID,
    "sender" TEXT,
    "isRepeat" BOOLEAN NOT NULL,
    "idempotencyHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "ReportOutcome",
    "closedReason" JSONB,
    "explanation" TEXT,
    "byId" UUID,
    "byLabel" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_idempotencyHash_key" ON "Report"("idempotencyHash");

-- CreateIndex
CREATE INDEX "Report_submissionId_at_idx" ON "Report"("submissionId", "at");

-- CreateIndex
CREATE INDEX "Report_commentId_at_idx" ON "Report"("commentId", "at");

-- CreateIndex
CREATE INDEX "Report_emailAddressId_idx" ON "Report"("emailAddressId");

-- CreateIndex
CREATE INDEX "Report_sender_idx" ON "Report"("sender");

-- CreateIndex
CREATE INDEX "EmailConfirmation_reportId_idx" ON "EmailConfirmation"("reportId");

-- AddForeignKey
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A report is about exactly one text.
ALTER TABLE "Report" ADD CONSTRAINT "Report_about_one" CHECK (("submissionId" IS NULL) <> ("commentId" IS NULL));

-- The heap of what is reported: what waits, whatever history there is. The schema language knows no such index.
CREATE INDEX "Submission_reported_idx" ON "Submission"("queuePlace", "id") WHERE "reportedAt" IS NOT NULL;
CREATE INDEX "Comment_reported_idx" ON "Comment"("queuePlace", "id") WHERE "reportedAt" IS NOT NULL;
