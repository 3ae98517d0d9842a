-- CreateTable
CREATE TABLE "CommentSearch" (
    "commentId" UUID NOT NULL,
    "deskText" TEXT NOT NULL,
    "deskTokens" TEXT[],
    "contactText" TEXT NOT NULL,
    "contactTokens" TEXT[],

    CONSTRAINT "CommentSearch_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "SubmissionSearch" (
    "submissionId" UUID NOT NULL,
    "deskText" TEXT NOT NULL,
    "deskTokens" TEXT[],
    "contactText" TEXT NOT NULL,
    "contactTokens" TEXT[],

    CONSTRAINT "SubmissionSearch_pkey" PRIMARY KEY ("submissionId")
);

-- CreateIndex
CREATE INDEX "CommentSearch_deskTokens_idx" ON "CommentSearch" USING GIN ("deskTokens");

-- CreateIndex
CREATE INDEX "CommentSearch_contactTokens_idx" ON "CommentSearch" USING GIN ("contactTokens");

-- CreateIndex
CREATE INDEX "SubmissionSearch_deskTokens_idx" ON "SubmissionSearch" USING GIN ("deskTokens");

-- CreateIndex
CREATE INDEX "SubmissionSearch_contactTokens_idx" ON "SubmissionSearch" USING GIN ("contactTokens");

-- AddForeignKey
ALTER TABLE "CommentSearch" ADD CONSTRAINT "CommentSearch_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionSearch" ADD CONSTRAINT "SubmissionSearch_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
