-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "returnedAt" TIMESTAMPTZ(3);
