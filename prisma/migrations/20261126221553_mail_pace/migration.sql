-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "turnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MailDomain" (
    "domain" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    "manyFreeAt" TIMESTAMPTZ(3) NOT NULL,
    "slowSteps" INTEGER NOT NULL DEFAULT 0,
    "slowUntil" TIMESTAMPTZ(3),

    CONSTRAINT "MailDomain_pkey" PRIMARY KEY ("domain")
);
