-- AlterTable
ALTER TABLE "ReviewDecision" ADD COLUMN     "reasonLabel" JSONB;

-- CreateTable
CREATE TABLE "Reason" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "guideline" JSONB NOT NULL,
    "decisions" "Decision"[],
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Reason_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" UUID NOT NULL,
    "decision" "Decision" NOT NULL,
    "reasonKey" TEXT,
    "title" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CannedReplyVersion" (
    "replyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "decision" "Decision" NOT NULL,
    "reasonKey" TEXT,
    "title" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "byLabel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CannedReplyVersion_pkey" PRIMARY KEY ("replyId","version")
);

-- CreateTable
CREATE TABLE "UsedReply" (
    "decisionId" UUID NOT NULL,
    "replyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "UsedReply_pkey" PRIMARY KEY ("decisionId","replyId","version")
);

-- CreateIndex
CREATE INDEX "UsedReply_replyId_version_idx" ON "UsedReply"("replyId", "version");

-- AddForeignKey
ALTER TABLE "CannedReply" ADD CONSTRAINT "CannedReply_reasonKey_fkey" FOREIGN KEY ("reasonKey") REFERENCES "Reason"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CannedReplyVersion" ADD CONSTRAINT "CannedReplyVersion_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "CannedReply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsedReply" ADD CONSTRAINT "UsedReply_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ReviewDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsedReply" ADD CONSTRAINT "UsedReply_replyId_version_fkey" FOREIGN KEY ("replyId", "version") REFERENCES "CannedReplyVersion"("replyId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided and mailed before keeps the reason in the words that authors were told.
CREATE TEMPORARY TABLE told (key TEXT PRIMARY KEY, label JSONB NOT NULL);
INSERT INTO told VALUES
  ('PERSONAL_DATA', '{"ja": "個人を特定できる情報が含まれています", "easy": "だれのことか、わかることが書いてあります", "en": "It contains information that identifies a person"}'),
  ('ABUSE', '{"ja": "人を傷つける表現が含まれています", "easy": "人を傷つける言葉があります", "en": "It contains words that hurt people"}'),
  ('ADVERTISING', '{"ja": "広告や宣伝にあたります", "easy": "お店や商品の宣伝です", "en": "It is an advertisement"}'),
  ('OFF_TOPIC', '{"ja": "プランのテーマに関わらない内容です", "easy": "市の仕事やテーマと関係がありません", "en": "It has nothing to do with the themes of the plan"}'),
  ('DUPLICATE', '{"ja": "同じ内容がすでに公開されています", "easy": "同じことを、もうみんなに見せています", "en": "The same thing has already been published"}'),
  ('LEGAL_DISPUTE', '{"ja": "争いになっている事柄に関わる内容です", "easy": "争いになっていることが書いてあります", "en": "It concerns a matter in dispute"}'),
  ('OTHER', '{"ja": "そのほかの理由", "easy": "そのほかの理由", "en": "Another reason"}');

UPDATE "ReviewDecision" SET "reasonLabel" = told.label FROM told WHERE told.key = "ReviewDecision"."reasonCode";

-- a code that nobody knows was told as another reason
UPDATE "Mail" SET params = (params - 'reasonCode') || jsonb_build_object('reason', told.label)
  FROM told
  WHERE template IN ('returned', 'declined', 'hidden') AND params ? 'reasonCode'
    AND told.key = CASE WHEN params->>'reasonCode' IN (SELECT key FROM told) THEN params->>'reasonCode' ELSE 'OTHER' END;

DROP TABLE told;
