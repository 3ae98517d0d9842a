-- AlterTable
ALTER TABLE "Theme" ADD COLUMN     "publishesTrusted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "TrustedAddress" (
    "id" UUID NOT NULL,
    "emailAddressId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "trustedAt" TIMESTAMPTZ(3) NOT NULL,
    "trustedBy" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TrustedAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TrustedAddress_emailAddressId_key" ON "TrustedAddress"("emailAddressId");

-- CreateIndex
CREATE INDEX "TrustedAddress_revokedAt_trustedAt_idx" ON "TrustedAddress"("revokedAt", "trustedAt");

-- CreateIndex
CREATE INDEX "EmailConfirmation_submissionId_idx" ON "EmailConfirmation"("submissionId");

-- CreateIndex
CREATE INDEX "EmailConfirmation_commentId_idx" ON "EmailConfirmation"("commentId");

-- AddForeignKey
ALTER TABLE "TrustedAddress" ADD CONSTRAINT "TrustedAddress_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE CASCADE ON UPDATE CASCADE;
