-- AlterTable
ALTER TABLE "InboundMessage" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ALTER COLUMN "raw" DROP NOT NULL;
