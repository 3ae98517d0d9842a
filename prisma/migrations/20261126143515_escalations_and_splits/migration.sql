-- AlterEnum
ALTER TYPE "TimelineEvent" ADD VALUE 'SPLIT';

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "splitFromId" UUID;

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "note" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byLabel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedByLabel" TEXT,
    "endNote" TEXT,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Escalation_submissionId_at_idx" ON "Escalation"("submissionId", "at");

-- CreateIndex
CREATE INDEX "Escalation_commentId_at_idx" ON "Escalation"("commentId", "at");

-- CreateIndex
CREATE INDEX "Submission_splitFromId_idx" ON "Submission"("splitFromId");

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_splitFromId_fkey" FOREIGN KEY ("splitFromId") REFERENCES "Submission"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- An item is with the administrators once at a time, and their heap is found by what is there now.
CREATE UNIQUE INDEX "Escalation_open_submission" ON "Escalation" ("submissionId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Escalation_open_comment" ON "Escalation" ("commentId") WHERE "endedAt" IS NULL;
