-- CreateEnum
CREATE TYPE "PromiseMailKind" AS ENUM ('MORNING', 'LATE', 'WEEK');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "pausedDays" INTEGER;

-- CreateTable
CREATE TABLE "PromiseMail" (
    "kind" "PromiseMailKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PromiseMail_pkey" PRIMARY KEY ("kind","subjectId","day")
);

-- CreateIndex
CREATE INDEX "PromiseMail_day_idx" ON "PromiseMail"("day");
