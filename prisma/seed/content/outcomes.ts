/**
 * What an answer says became of a submission (反映区分).
 *
 * The wording is a starting point: the city edits it on the desk, and the key is what the code holds on to.
 */
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

export type OutcomeContent = {
  readonly key: "adopted" | "partly" | "already-done" | "under-study" | "difficult" | "not-ours";
  readonly position: number;
  readonly label: LocalizedText;
  readonly meaning: LocalizedText;
  /** True when an answer with this outcome must name the body that is responsible. */
  readonly needsReferral: boolean;
};

export const outcomes: readonly OutcomeContent[] = [
  {
    key: "adopted",
    position: 1,
    label: { ja: "反映します", easy: "意見のとおりにします", en: "Adopted" },
    meaning: {
      ja: "いただいたご提案を、市の取組に取り入れます。いつ、どの取組に取り入れるかを回答に書きます。",
      easy: "市は、あなたの意見のとおりにします。いつ、何をするかを答えに書きます。",
      en: "The city takes the idea up. The answer says where and when.",
    },
    needsReferral: false,
  },
  {
    key: "partly",
    position: 2,
    label: { ja: "一部を反映します", easy: "意見の一部を取り入れます", en: "Adopted in part" },
    meaning: {
      ja: "ご提案のうち、取り入れる部分と取り入れない部分があります。それぞれの内容と理由を回答に書きます。",
      easy: "市は、あなたの意見の一部を取り入れます。取り入れる部分と、取り入れない部分を答えに書きます。理由も書きます。",
      en: "The city takes up part of the idea. The answer says which part, which not, and why.",
    },
    needsReferral: false,
  },
  {
    key: "already-done",
    position: 3,
    label: { ja: "すでに取り組んでいます", easy: "市はもう始めています", en: "Already being done" },
    meaning: {
      ja: "ご提案と同じ内容に、すでに取り組んでいます。いま何をしているか、どこで確かめられるかを回答に書きます。",
      easy: "あなたの意見と同じことを、市はもう始めています。今していることを答えに書きます。",
      en: "The city is already doing this. The answer says what is being done and where to see it.",
    },
    needsReferral: false,
  },
  {
    key: "under-study",
    position: 4,
    label: { ja: "検討します", easy: "これから考えます", en: "Under study" },
    meaning: {
      ja: "すぐには決められないため、検討します。何を検討するのか、次にいつお知らせするのかを回答に書きます。",
      easy: "市は、これからよく考えます。今は、まだ決めていません。何を考えるかと、次にいつ知らせるかを答えに書きます。",
      en: "The city needs to look into it before it can decide. The answer says what will be studied and when there will be more news.",
    },
    needsReferral: false,
  },
  {
    key: "difficult",
    position: 5,
    label: { ja: "実施は難しい状況です", easy: "今はできません", en: "Difficult at present" },
    meaning: {
      ja: "いまは実施が難しいと判断しました。その理由と、代わりにできることがあればその内容を回答に書きます。",
      easy: "今は、その意見のとおりにできません。できない理由を答えに書きます。ほかにできることがあれば、それも書きます。",
      en: "The city does not see a way to do this now. The answer gives the reason and, where there is one, an alternative.",
    },
    needsReferral: false,
  },
  {
    key: "not-ours",
    position: 6,
    label: { ja: "市の担当ではありません", easy: "市の仕事ではありません", en: "Not the city's responsibility" },
    meaning: {
      ja: "国や北海道、民間の事業者など、市以外が担当していることがらです。どこが担当しているかを回答に書きます。",
      easy: "これは市の仕事ではありません。国や北海道や会社の仕事です。どこの仕事かを答えに書きます。そこに聞いてください。",
      en: "Someone else is responsible: the national government, Hokkaido or a private operator. The answer names who.",
    },
    needsReferral: true,
  },
];
