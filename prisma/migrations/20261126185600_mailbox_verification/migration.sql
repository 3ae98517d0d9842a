-- AlterTable
ALTER TABLE "Desk" ADD COLUMN     "mailboxChangedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mailboxTestId" UUID,
ADD COLUMN     "mailboxTestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mailboxTokenHash" TEXT,
ADD COLUMN     "mailboxVerifiedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "heldSince" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "Desk_mailboxTokenHash_key" ON "Desk"("mailboxTokenHash");

-- CreateIndex
CREATE INDEX "Assignment_heldSince_idx" ON "Assignment"("heldSince");
