-- AlterTable
ALTER TABLE "Theme" ADD COLUMN     "illustration" TEXT NOT NULL DEFAULT 'square';

-- CreateTable
CREATE TABLE "PublicFigures" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "figures" JSONB NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublicFigures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "GlossaryTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnotatedText" (
    "hash" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnnotatedText_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_term_key" ON "GlossaryTerm"("term");

-- CreateIndex
CREATE INDEX "AnnotatedText_createdAt_idx" ON "AnnotatedText"("createdAt");
