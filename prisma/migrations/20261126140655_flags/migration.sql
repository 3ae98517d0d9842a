-- CreateEnum
CREATE TYPE "FlagKind" AS ENUM ('WORD', 'PHISHING', 'LINK', 'PERSONAL_DATA', 'REPEATED', 'SAME_TEXT', 'BURST');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "isFlagged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "isFlagged" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FlagWord" (
    "id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "matched" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FlagWord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "kind" "FlagKind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "field" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "reason" TEXT,
    "count" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextPrint" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "print" TEXT,
    "sender" TEXT,
    "emailAddressId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TextPrint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FlagWord_matched_key" ON "FlagWord"("matched");

-- CreateIndex
CREATE INDEX "Flag_submissionId_idx" ON "Flag"("submissionId");

-- CreateIndex
CREATE INDEX "Flag_commentId_idx" ON "Flag"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "TextPrint_submissionId_key" ON "TextPrint"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "TextPrint_commentId_key" ON "TextPrint"("commentId");

-- CreateIndex
CREATE INDEX "TextPrint_print_at_idx" ON "TextPrint"("print", "at");

-- CreateIndex
CREATE INDEX "TextPrint_sender_at_idx" ON "TextPrint"("sender", "at");

-- CreateIndex
CREATE INDEX "Comment_isFlagged_queuePlace_id_idx" ON "Comment"("isFlagged", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_isFlagged_queuePlace_id_idx" ON "Submission"("isFlagged", "queuePlace", "id");

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextPrint" ADD CONSTRAINT "TextPrint_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextPrint" ADD CONSTRAINT "TextPrint_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
