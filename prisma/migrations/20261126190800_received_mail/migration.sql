-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('TAKEN', 'WAITING', 'QUARANTINED', 'BOUNCED', 'IGNORED');

-- AlterTable
ALTER TABLE "Desk" ADD COLUMN     "mailboxHeldAt" TIMESTAMPTZ(3),
ADD COLUMN     "mailboxHoldReason" TEXT;

-- AlterTable
ALTER TABLE "EmailAddress" ADD COLUMN     "bouncedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "InboundMessage" (
    "id" UUID NOT NULL,
    "deliveryKey" TEXT NOT NULL,
    "messageId" TEXT,
    "raw" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "InboundState" NOT NULL,
    "reason" TEXT,
    "sender" TEXT,
    "subjectLine" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "own" TEXT NOT NULL,
    "act" TEXT,
    "files" JSONB NOT NULL,
    "submissionId" UUID,
    "mailId" UUID,
    "answerLinkId" UUID,
    "answerId" UUID,
    "explainedAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "settledBy" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InboundMessage_deliveryKey_key" ON "InboundMessage"("deliveryKey");

-- CreateIndex
CREATE INDEX "InboundMessage_state_receivedAt_id_idx" ON "InboundMessage"("state", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "InboundMessage_submissionId_receivedAt_idx" ON "InboundMessage"("submissionId", "receivedAt");

-- CreateIndex
CREATE INDEX "InboundMessage_answerLinkId_idx" ON "InboundMessage"("answerLinkId");
