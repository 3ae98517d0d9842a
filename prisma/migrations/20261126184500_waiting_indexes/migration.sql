-- CreateIndex
CREATE INDEX "Comment_review_revision_idx" ON "Comment"("review", "revision");

-- CreateIndex
CREATE INDEX "Submission_review_handling_queuePlace_id_idx" ON "Submission"("review", "handling", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_review_revision_idx" ON "Submission"("review", "revision");
