-- CreateEnum
CREATE TYPE "ReviewMode" AS ENUM ('BEFORE', 'FLAGGED_FIRST', 'AFTER');

-- CreateEnum
CREATE TYPE "FieldNeed" AS ENUM ('HIDDEN', 'OPTIONAL', 'REQUIRED');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "awaitsLook" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookedBy" TEXT;

-- AlterTable
-- What a theme takes is said kind by kind; one that took no proposals takes neither ideas nor what companies offer.
ALTER TABLE "Theme" RENAME COLUMN "acceptsProposals" TO "acceptsIdeas";

-- AlterTable
ALTER TABLE "Theme" ADD COLUMN     "acceptsComments" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "acceptsPartnerships" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "area" "FieldNeed" NOT NULL DEFAULT 'OPTIONAL',
ADD COLUMN     "closesOn" DATE,
ADD COLUMN     "expectedEffect" "FieldNeed" NOT NULL DEFAULT 'OPTIONAL',
ADD COLUMN     "opensOn" DATE,
ADD COLUMN     "reviewMode" "ReviewMode" NOT NULL DEFAULT 'BEFORE';

UPDATE "Theme" SET "acceptsPartnerships" = "acceptsIdeas";

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "awaitsLook" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookedBy" TEXT;

-- CreateIndex
CREATE INDEX "Comment_awaitsLook_queuePlace_id_idx" ON "Comment"("awaitsLook", "queuePlace", "id");

-- CreateIndex
CREATE INDEX "Submission_awaitsLook_queuePlace_id_idx" ON "Submission"("awaitsLook", "queuePlace", "id");
