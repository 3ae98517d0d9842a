-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "byId" UUID NOT NULL,
    "byLabel" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenFromId" UUID,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Claim_submissionId_key" ON "Claim"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_commentId_key" ON "Claim"("commentId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
