-- AlterEnum
ALTER TYPE "TimelineEvent" ADD VALUE 'REDACTED';

-- CreateTable
CREATE TABLE "SealedOriginal" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "revision" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byLabel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SealedOriginal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SealedOriginal_submissionId_at_idx" ON "SealedOriginal"("submissionId", "at");

-- CreateIndex
CREATE INDEX "SealedOriginal_commentId_at_idx" ON "SealedOriginal"("commentId", "at");

-- AddForeignKey
ALTER TABLE "SealedOriginal" ADD CONSTRAINT "SealedOriginal_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedOriginal" ADD CONSTRAINT "SealedOriginal_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
