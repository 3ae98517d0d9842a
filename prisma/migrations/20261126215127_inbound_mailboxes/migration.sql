-- CreateTable
CREATE TABLE "InboundMailbox" (
    "name" TEXT NOT NULL,
    "uidValidity" BIGINT NOT NULL,
    "seenUpTo" BIGINT NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundMailbox_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "InboundRetry" (
    "mailbox" TEXT NOT NULL,
    "uid" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundRetry_pkey" PRIMARY KEY ("mailbox","uid")
);
