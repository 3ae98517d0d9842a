-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('ja', 'easy', 'en');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('FOR', 'AGAINST', 'UNSURE');

-- CreateEnum
CREATE TYPE "AnswerState" AS ENUM ('DRAFT', 'PUBLISHED', 'SUPERSEDED', 'SENT_BACK');

-- CreateEnum
CREATE TYPE "AnswerOrigin" AS ENUM ('SCREEN', 'LINK', 'REPLY');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "MailRecipientKind" AS ENUM ('PERSON', 'DESK', 'STAFF');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('APPROVE', 'RETURN', 'DECLINE', 'HIDE', 'RESTORE');

-- CreateEnum
CREATE TYPE "Participation" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('ADMIN', 'MODERATOR', 'OFFICER', 'VIEWER');

-- CreateEnum
CREATE TYPE "SubmissionKind" AS ENUM ('IDEA', 'PARTNERSHIP', 'INQUIRY');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('PENDING', 'PUBLISHED', 'RETURNED', 'DECLINED', 'HIDDEN', 'WITHDRAWN', 'NOT_PUBLIC');

-- CreateEnum
CREATE TYPE "HandlingState" AS ENUM ('NEW', 'ASSIGNED', 'DRAFTED', 'ANSWERED');

-- CreateEnum
CREATE TYPE "CostSharing" AS ENUM ('NONE', 'PARTIAL', 'FULL', 'UNDECIDED');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('WEB', 'PAPER', 'PHONE', 'FAX', 'COUNTER');

-- CreateEnum
CREATE TYPE "TimelineEvent" AS ENUM ('RECEIVED', 'ADDRESS_CONFIRMED', 'PUBLISHED', 'RETURNED', 'REVISED', 'DECLINED', 'HIDDEN', 'RESTORED', 'WITHDRAWN', 'ASSIGNED', 'PASSED_ON', 'EXTENDED', 'ASKED', 'REPLIED', 'ANSWERED');

-- CreateEnum
CREATE TYPE "TimelineAudience" AS ENUM ('PUBLIC', 'AUTHOR');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorLabel" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectNumber" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "themeId" UUID NOT NULL,
    "questionId" UUID,
    "submissionId" UUID,
    "parentId" UUID,
    "stance" "Stance",
    "review" "ReviewState" NOT NULL,
    "body" TEXT NOT NULL,
    "displayName" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL DEFAULT '',
    "searchTokens" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "trackingKeyHash" TEXT NOT NULL,
    "idempotencyHash" TEXT NOT NULL,
    "dueOn" DATE,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentPrivate" (
    "commentId" UUID NOT NULL,
    "name" TEXT,
    "emailAddressId" UUID,

    CONSTRAINT "CommentPrivate_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "CommentRevision" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "stance" "Stance",
    "displayName" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "departmentId" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Desk" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "sectionId" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "duty" JSONB NOT NULL,
    "phone" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "mailbox" TEXT,
    "isFallback" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoutingRule" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "themeId" UUID,
    "kind" "SubmissionKind",
    "deskId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoutingRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "assignedById" UUID,
    "instruction" TEXT,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerLink" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnswerLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "authorLabel" TEXT NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InternalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "answerVersion" INTEGER NOT NULL,
    "deskId" UUID NOT NULL,
    "outcomeKey" TEXT NOT NULL,
    "referral" TEXT,
    "body" TEXT NOT NULL,
    "state" "AnswerState" NOT NULL,
    "origin" "AnswerOrigin" NOT NULL,
    "draftedById" UUID,
    "draftedByLabel" TEXT NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedById" UUID,
    "approvedByLabel" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "sendBackNote" TEXT,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "meaning" JSONB NOT NULL,
    "needsReferral" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuthorQuestion" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "deskId" UUID,
    "askedByLabel" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuthorQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "recipient" TEXT NOT NULL,
    "recipientKind" "MailRecipientKind" NOT NULL,
    "subjectLine" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "threadKey" TEXT,
    "inReplyTo" TEXT,
    "replyTo" TEXT,
    "officePhone" TEXT NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "lastAttemptAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "emlFile" TEXT,
    "resentOfId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewDecision" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "decision" "Decision" NOT NULL,
    "reasonCode" TEXT,
    "explanation" TEXT,
    "revision" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "byLabel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailAddress" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmailAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailConfirmation" (
    "id" UUID NOT NULL,
    "emailAddressId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmailConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "position" INTEGER NOT NULL,
    "participation" "Participation" NOT NULL,
    "successorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "note" JSONB NOT NULL,
    "publishedOn" DATE,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PlanVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanDocument" (
    "id" UUID NOT NULL,
    "planVersionId" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "note" JSONB NOT NULL,
    "url" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PlanDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "numeral" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "lead" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "isFeatured" BOOLEAN NOT NULL DEFAULT false,
    "acceptsProposals" BOOLEAN NOT NULL DEFAULT true,
    "deskId" UUID NOT NULL,
    "proposalCount" INTEGER NOT NULL DEFAULT 0,
    "answeredCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "themeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "StaffAccount" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "StaffRole" NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'ja',
    "passwordHash" TEXT,
    "totpSecret" TEXT,
    "totpEnabledAt" TIMESTAMPTZ(3),
    "totpLastStep" INTEGER,
    "secondFactorPutOffAt" TIMESTAMPTZ(3),
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSignInAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StaffAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffDesk" (
    "staffId" UUID NOT NULL,
    "deskId" UUID NOT NULL,

    CONSTRAINT "StaffDesk_pkey" PRIMARY KEY ("staffId","deskId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" "StaffRole" NOT NULL,
    "deskIds" UUID[],
    "locale" "Locale" NOT NULL DEFAULT 'ja',
    "tokenHash" TEXT NOT NULL,
    "isBootstrap" BOOLEAN NOT NULL DEFAULT false,
    "invitedById" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "secondFactorAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "SubmissionKind" NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'WEB',
    "locale" "Locale" NOT NULL,
    "themeId" UUID,
    "questionId" UUID,
    "inquiryDeskId" UUID,
    "review" "ReviewState" NOT NULL,
    "handling" "HandlingState" NOT NULL DEFAULT 'NEW',
    "handlingDeskId" UUID,
    "dueOn" DATE,
    "lateReason" TEXT,
    "waitsForAuthor" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "expectedEffect" TEXT,
    "area" TEXT,
    "displayName" TEXT,
    "organizationName" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "outcomeKey" TEXT,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL DEFAULT '',
    "searchTokens" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "trackingKeyHash" TEXT NOT NULL,
    "idempotencyHash" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionPrivate" (
    "submissionId" UUID NOT NULL,
    "name" TEXT,
    "emailAddressId" UUID,
    "phone" TEXT,
    "corporateNumber" TEXT,
    "contactPerson" TEXT,
    "cooperation" TEXT,
    "request" TEXT,
    "costSharing" "CostSharing",
    "confidentialNote" TEXT,

    CONSTRAINT "SubmissionPrivate_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "SubmissionRevision" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "expectedEffect" TEXT,
    "area" TEXT,
    "displayName" TEXT,
    "organizationName" TEXT,
    "cityOnly" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SubmissionRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "commentId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" "TimelineEvent" NOT NULL,
    "audience" "TimelineAudience" NOT NULL,
    "deskId" UUID,
    "dueOn" DATE,
    "note" TEXT,

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptSequence" (
    "fiscalYear" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ReceiptSequence_pkey" PRIMARY KEY ("fiscalYear")
);

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_id_idx" ON "AuditEntry"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Comment_number_key" ON "Comment"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_trackingKeyHash_key" ON "Comment"("trackingKeyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_idempotencyHash_key" ON "Comment"("idempotencyHash");

-- CreateIndex
CREATE INDEX "Comment_review_receivedAt_id_idx" ON "Comment"("review", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Comment_searchTokens_idx" ON "Comment" USING GIN ("searchTokens");

-- CreateIndex
CREATE INDEX "Comment_submissionId_review_publishedAt_idx" ON "Comment"("submissionId", "review", "publishedAt");

-- CreateIndex
CREATE INDEX "Comment_themeId_review_publishedAt_idx" ON "Comment"("themeId", "review", "publishedAt");

-- CreateIndex
CREATE INDEX "Comment_parentId_idx" ON "Comment"("parentId");

-- CreateIndex
CREATE INDEX "CommentPrivate_emailAddressId_idx" ON "CommentPrivate"("emailAddressId");

-- CreateIndex
CREATE UNIQUE INDEX "CommentRevision_commentId_revision_key" ON "CommentRevision"("commentId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Department_key_key" ON "Department"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Section_key_key" ON "Section"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Desk_slug_key" ON "Desk"("slug");

-- CreateIndex
CREATE INDEX "RoutingRule_position_idx" ON "RoutingRule"("position");

-- CreateIndex
CREATE INDEX "Assignment_submissionId_assignedAt_idx" ON "Assignment"("submissionId", "assignedAt");

-- CreateIndex
CREATE INDEX "Assignment_deskId_endedAt_idx" ON "Assignment"("deskId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerLink_tokenHash_key" ON "AnswerLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AnswerLink_assignmentId_idx" ON "AnswerLink"("assignmentId");

-- CreateIndex
CREATE INDEX "InternalNote_submissionId_createdAt_idx" ON "InternalNote"("submissionId", "createdAt");

-- CreateIndex
CREATE INDEX "Answer_state_publishedAt_idx" ON "Answer"("state", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_submissionId_answerVersion_key" ON "Answer"("submissionId", "answerVersion");

-- CreateIndex
CREATE INDEX "AuthorQuestion_submissionId_askedAt_idx" ON "AuthorQuestion"("submissionId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_state_createdAt_idx" ON "Mail"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_createdAt_id_idx" ON "Mail"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Mail_submissionId_createdAt_idx" ON "Mail"("submissionId", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_threadKey_recipient_createdAt_idx" ON "Mail"("threadKey", "recipient", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewDecision_submissionId_at_idx" ON "ReviewDecision"("submissionId", "at");

-- CreateIndex
CREATE INDEX "ReviewDecision_commentId_at_idx" ON "ReviewDecision"("commentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "EmailAddress_address_key" ON "EmailAddress"("address");

-- CreateIndex
CREATE UNIQUE INDEX "EmailConfirmation_tokenHash_key" ON "EmailConfirmation"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailConfirmation_emailAddressId_createdAt_idx" ON "EmailConfirmation"("emailAddressId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_key_key" ON "Plan"("key");

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_planId_key_key" ON "PlanVersion"("planId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_slug_key" ON "Theme"("slug");

-- CreateIndex
CREATE INDEX "Theme_planId_position_idx" ON "Theme"("planId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Question_key_key" ON "Question"("key");

-- CreateIndex
CREATE INDEX "Question_themeId_position_idx" ON "Question"("themeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "StaffAccount_email_key" ON "StaffAccount"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_createdAt_idx" ON "Invitation"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_staffId_codeHash_key" ON "RecoveryCode"("staffId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_number_key" ON "Submission"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_trackingKeyHash_key" ON "Submission"("trackingKeyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_idempotencyHash_key" ON "Submission"("idempotencyHash");

-- CreateIndex
CREATE INDEX "Submission_review_publishedAt_id_idx" ON "Submission"("review", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_themeId_review_publishedAt_id_idx" ON "Submission"("themeId", "review", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_review_commentCount_id_idx" ON "Submission"("review", "commentCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_themeId_review_commentCount_id_idx" ON "Submission"("themeId", "review", "commentCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_review_answeredAt_id_idx" ON "Submission"("review", "answeredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_searchTokens_idx" ON "Submission" USING GIN ("searchTokens");

-- CreateIndex
CREATE INDEX "Submission_review_receivedAt_id_idx" ON "Submission"("review", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Submission_handling_dueOn_id_idx" ON "Submission"("handling", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Submission_handlingDeskId_handling_dueOn_idx" ON "Submission"("handlingDeskId", "handling", "dueOn");

-- CreateIndex
CREATE INDEX "Submission_inquiryDeskId_receivedAt_idx" ON "Submission"("inquiryDeskId", "receivedAt");

-- CreateIndex
CREATE INDEX "SubmissionPrivate_emailAddressId_idx" ON "SubmissionPrivate"("emailAddressId");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionRevision_submissionId_revision_key" ON "SubmissionRevision"("submissionId", "revision");

-- CreateIndex
CREATE INDEX "TimelineEntry_submissionId_at_idx" ON "TimelineEntry"("submissionId", "at");

-- CreateIndex
CREATE INDEX "TimelineEntry_commentId_at_idx" ON "TimelineEntry"("commentId", "at");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentPrivate" ADD CONSTRAINT "CommentPrivate_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentPrivate" ADD CONSTRAINT "CommentPrivate_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRevision" ADD CONSTRAINT "CommentRevision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Desk" ADD CONSTRAINT "Desk_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingRule" ADD CONSTRAINT "RoutingRule_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingRule" ADD CONSTRAINT "RoutingRule_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerLink" ADD CONSTRAINT "AnswerLink_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerLink" ADD CONSTRAINT "AnswerLink_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_outcomeKey_fkey" FOREIGN KEY ("outcomeKey") REFERENCES "Outcome"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorQuestion" ADD CONSTRAINT "AuthorQuestion_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanVersion" ADD CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDocument" ADD CONSTRAINT "PlanDocument_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "PlanVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffDesk" ADD CONSTRAINT "StaffDesk_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffDesk" ADD CONSTRAINT "StaffDesk_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_inquiryDeskId_fkey" FOREIGN KEY ("inquiryDeskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_handlingDeskId_fkey" FOREIGN KEY ("handlingDeskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPrivate" ADD CONSTRAINT "SubmissionPrivate_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPrivate" ADD CONSTRAINT "SubmissionPrivate_emailAddressId_fkey" FOREIGN KEY ("emailAddressId") REFERENCES "EmailAddress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionRevision" ADD CONSTRAINT "SubmissionRevision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;
