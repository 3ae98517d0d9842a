-- CreateEnum
CREATE TYPE "FollowPace" AS ENUM ('AT_ONCE', 'DAILY', 'WEEKLY');

-- AlterTable
ALTER TABLE "TimelineEntry" ADD COLUMN     "newsWaits" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Follower" (
    "id" UUID NOT NULL,
    "emailAddressId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "followerId" UUID NOT NULL,
    "submissionId" UUID,
    "themeId" UUID,
    "search" TEXT,
    "pace" "FollowPace" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowRequest" (
    "id" UUID NOT NULL,
    "emailAddressId" UUID NOT NULL,
    "followerId" UUID,
    "submissionId" UUID,
    "themeId" UUID,
    "search" TEXT,
    "pace" "FollowPace" NOT NULL,
    "locale" "Locale" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FollowRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowNotice" (
    "followerId" UUID NOT NULL,
    "timelineEntryId" UUID NOT NULL,
    "followId" UUID NOT NULL,
    "mailId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FollowNotice_pkey" PRIMARY KEY ("followerId","timelineEntryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Follower_emailAddressId_key" ON "Follower"("emailAddressId");

-- CreateIndex
CREATE UNIQUE INDEX "Follower_tokenHash_key" ON "Follower"("tokenHash");

-- CreateIndex
CREATE INDEX "Follow_submissionId_idx" ON "Follow"("submissionId");

-- CreateIndex
CREATE INDEX "Follow_themeId_idx" ON "Follow"("themeId");

-- CreateIndex
CREATE INDEX "Follow_search_idx" ON "Follow"("search");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_followerId_submissionId_key" ON "Follow"("followerId", "submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_followerId_themeId_key" ON "Follow"("followerId", "themeId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_followerId_search_key" ON "Follow"("followerId", "search");

-- CreateIndex
CREATE UNIQUE INDEX "FollowRequest_tokenHash_key" ON "FollowRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "FollowRequest_emailAddressId_createdAt_idx" ON "FollowRequest"("emailAddressId", "createdAt");

-- CreateIndex
CREATE INDEX "FollowRequest_followerId_idx" ON "FollowRequest"("followerId");

-- CreateIndex
CREATE INDEX "FollowRequest_submissionId_idx" ON "FollowRequest"("submissionId");

-- CreateIndex
CREATE INDEX "FollowRequest_themeId_idx" ON "FollowRequest"("themeId");

-- CreateIndex
CREATE INDEX "FollowRequest_expiresAt_idx" ON "FollowRequest"("expiresAt");

-- CreateIndex
CREATE INDEX "FollowNotice_timelineEntryId_idx" ON "FollowNotice"("timelineEntryId");

-- CreateIndex
CREATE INDEX "FollowNotice_followId_idx" ON "FollowNotice"("followId");

-- CreateIndex
CREATE INDEX "FollowNotice_mailId_createdAt_idx" ON "FollowNotice"("mailId", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_recipient_template_idx" ON "Mail"("recipient", "template");

-- CreateIndex
CREATE INDEX "TimelineEntry_newsWaits_at_idx" ON "TimelineEntry"("newsWaits", "at");

-- AddForeignKey
ALTER TABLE "Follower" ADD CONSTRAINT "Follower_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_followerId_fkey" FOREIGN KEY ("followerId") REFERENCES "Follower"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowRequest" ADD CONSTRAINT "FollowRequest_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowRequest" ADD CONSTRAINT "FollowRequest_followerId_fkey" FOREIGN KEY ("followerId") REFERENCES "Follower"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowRequest" ADD CONSTRAINT "FollowRequest_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowRequest" ADD CONSTRAINT "FollowRequest_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowNotice" ADD CONSTRAINT "FollowNotice_followerId_fkey" FOREIGN KEY ("followerId") REFERENCES "Follower"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowNotice" ADD CONSTRAINT "FollowNotice_followId_fkey" FOREIGN KEY ("followId") REFERENCES "Follow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowNotice" ADD CONSTRAINT "FollowNotice_timelineEntryId_fkey" FOREIGN KEY ("timelineEntryId") REFERENCES "TimelineEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One follow is of one thing.
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_one_target" CHECK (num_nonnulls("submissionId", "themeId", "search") = 1);
ALTER TABLE "FollowRequest" ADD CONSTRAINT "FollowRequest_one_target" CHECK (num_nonnulls("followerId", "submissionId", "themeId", "search") = 1);
