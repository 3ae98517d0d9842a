-- CreateIndex
CREATE INDEX "Comment_receivedAt_id_idx" ON "Comment"("receivedAt", "id");

-- CreateIndex
CREATE INDEX "Submission_receivedAt_id_idx" ON "Submission"("receivedAt", "id");
