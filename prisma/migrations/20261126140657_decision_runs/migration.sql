-- CreateEnum
CREATE TYPE "DecisionRunItemState" AS ENUM ('WAITING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "DecisionRun" (
    "id" UUID NOT NULL,
    "decision" "Decision" NOT NULL,
    "reasonCode" TEXT,
    "reasonLabel" JSONB,
    "explanation" TEXT,
    "replies" JSONB NOT NULL DEFAULT '[]',
    "byId" UUID NOT NULL,
    "byLabel" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "size" INTEGER NOT NULL,
    "doneCount" INTEGER NOT NULL DEFAULT 0,
    "failedCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DecisionRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionRunItem" (
    "runId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "version" INTEGER NOT NULL,
    "state" "DecisionRunItemState" NOT NULL,
    "problem" TEXT,

    CONSTRAINT "DecisionRunItem_pkey" PRIMARY KEY ("runId","position")
);

-- CreateIndex
CREATE INDEX "DecisionRun_plannedAt_id_idx" ON "DecisionRun"("plannedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DecisionRunItem_submissionId_idx" ON "DecisionRunItem"("submissionId");

-- CreateIndex
CREATE INDEX "DecisionRunItem_commentId_idx" ON "DecisionRunItem"("commentId");

-- AddForeignKey
ALTER TABLE "DecisionRunItem" ADD CONSTRAINT "DecisionRunItem_runId_fkey" FOREIGN KEY ("runId") REFERENCES "DecisionRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRunItem" ADD CONSTRAINT "DecisionRunItem_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRunItem" ADD CONSTRAINT "DecisionRunItem_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express.
ALTER TABLE "DecisionRunItem" ADD CONSTRAINT "DecisionRunItem_one_text" CHECK (num_nonnulls("submissionId", "commentId") = 1);

-- A text waits in one run at most. It is also how the queue finds what is planned.
CREATE UNIQUE INDEX "DecisionRunItem_waiting_submission" ON "DecisionRunItem"("submissionId") WHERE "state" = 'WAITING';
CREATE UNIQUE INDEX "DecisionRunItem_waiting_comment" ON "DecisionRunItem"("commentId") WHERE "state" = 'WAITING';

-- Runs that are not over are few and looked for every minute; the others are for ever.
CREATE INDEX "DecisionRun_open" ON "DecisionRun"("startsAt") WHERE "finishedAt" IS NULL AND "cancelledAt" IS NULL;
