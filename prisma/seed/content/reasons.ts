/**
 * Why a text is returned, declined or hidden (理由区分), with the rule of the public guidelines each rests on.
 *
 * The wording is a starting point: the city edits it on the desk, and the key is what decisions hold on to.
 */
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

export type ReasonKey =
  | "PERSONAL_DATA"
  | "ABUSE"
  | "ADVERTISING"
  | "OFF_TOPIC"
  | "DUPLICATE"
  | "LEGAL_DISPUTE"
  | "RIGHTS"
  | "OTHER";

export type ReasonContent = {
  readonly key: ReasonKey;
  readonly position: number;
  readonly label: LocalizedText;
  readonly guideline: LocalizedText;
  readonly decisions: readonly Decision[];
};

const always: readonly Decision[] = ["RETURN", "DECLINE", "HIDE"];

export const reasons: readonly ReasonContent[] = [
  {
    key: "PERSONAL_DATA",
    position: 10,
    label: {
      ja: "個人を特定できる情報が含まれています",
      easy: "だれのことか、わかることが書いてあります",
      en: "It contains information that identifies a person",
    },
    guideline: {
      ja: "名前、住所、電話番号など、特定の人だと分かる情報が含まれるものは公開しません。直せば公開できるときは、修正をお願いします。",
      easy: "名前、住所、電話番号など、だれのことかわかるものは、みんなに見せません。直すと、みんなに見せることができます。",
      en: "What identifies a particular person, such as a name, an address or a phone number, is not published. If a change would make it publishable, you are asked for that change.",
    },
    decisions: always,
  },
  {
    key: "ABUSE",
    position: 20,
    label: {
      ja: "人を傷つける表現が含まれています",
      easy: "人を傷つける言葉があります",
      en: "It contains words that hurt people",
    },
    guideline: {
      ja: "ひぼう・中傷、差別、脅し、わいせつな表現は公開しません。市の取組への厳しい意見は、これに当たりません。",
      easy: "悪口、差別、おどす言葉、いやらしい言葉は、みんなに見せません。市の仕事に反対する意見は、書いてもだいじょうぶです。",
      en: "Insults, discrimination, threats and obscenity are not published. Sharp criticism of what the city does is not among them.",
    },
    decisions: always,
  },
  {
    key: "ADVERTISING",
    position: 30,
    label: { ja: "広告や宣伝にあたります", easy: "お店や商品の宣伝です", en: "It is an advertisement" },
    guideline: {
      ja: "商品やサービスの宣伝、勧誘、選挙運動、特定の宗教のための活動にあたるものは公開しません。市といっしょに取り組む提案の中で、自社の取組を説明することは差し支えありません。",
      easy: "物を売るための文、選挙や宗教のための文は、みんなに見せません。市といっしょにしたい仕事の説明は、書いてもだいじょうぶです。",
      en: "Promotion of goods or services, solicitation, and campaigning for an election or a religion are not published. Explaining what your organization does, as part of an offer to work with the city, is fine.",
    },
    decisions: always,
  },
  {
    key: "OFF_TOPIC",
    position: 40,
    label: {
      ja: "プランのテーマに関わらない内容です",
      easy: "市の仕事やテーマと関係がありません",
      en: "It has nothing to do with the themes of the plan",
    },
    guideline: {
      ja: "市の仕事やテーマと関わりがないものは公開しません。どの窓口の話か分かるときは、その窓口をご案内します。",
      easy: "市の仕事やテーマと関係がないものは、みんなに見せません。",
      en: "What has nothing to do with the city's work or the theme is not published. Where another office is the right one, you are told which.",
    },
    decisions: always,
  },
  {
    key: "DUPLICATE",
    position: 50,
    label: {
      ja: "同じ内容がすでに公開されています",
      easy: "同じことを、もうみんなに見せています",
      en: "The same thing has already been published",
    },
    guideline: {
      ja: "同じ内容がすでに公開されているときは、重ねて公開しません。賛成の気持ちや付け足したいことは、公開されている提案へのコメントでお寄せください。",
      easy: "同じことを、もうみんなに見せているときは、もう一度は見せません。その意見に、コメントを書いてください。",
      en: "What has already been published is not published a second time. To support it or add to it, please comment on the published proposal.",
    },
    decisions: always,
  },
  {
    key: "LEGAL_DISPUTE",
    position: 60,
    label: {
      ja: "争いになっている事柄に関わる内容です",
      easy: "争いになっていることが書いてあります",
      en: "It concerns a matter in dispute",
    },
    guideline: {
      ja: "裁判や不服の申し立てなど、法的な手続きの途中にあることがらについてのものは公開しません。",
      easy: "裁判などの途中のことは、みんなに見せません。",
      en: "What is the subject of a court case, an appeal or another legal procedure is not published.",
    },
    decisions: always,
  },
  {
    key: "RIGHTS",
    position: 70,
    label: {
      ja: "ほかの人の権利を侵すおそれがあります",
      easy: "ほかの人が書いた文などを、だまって使っています",
      en: "It may infringe somebody else's rights",
    },
    guideline: {
      ja: "ほかの人の文章や絵、写真の説明などを断りなく写したもの、名誉やプライバシーを侵すものは公開しません。出典を書いた短い引用は差し支えありません。",
      easy: "ほかの人が書いた文や絵を、だまって使ったものは、みんなに見せません。どこから取ったかを書いて、少しだけ使うことはできます。",
      en: "What copies other people's texts or pictures without permission, or infringes somebody's reputation or privacy, is not published. A short quotation that names its source is fine.",
    },
    decisions: always,
  },
  {
    key: "OTHER",
    position: 90,
    label: { ja: "そのほかの理由", easy: "そのほかの理由", en: "Another reason" },
    guideline: {
      ja: "法令に反するものなど、ほかに公開できない理由があるものは公開しません。どの決まりに当たるかを、必ず文章でお伝えします。",
      easy: "法律を守っていないものは、みんなに見せません。どこがよくないかを、文で知らせます。",
      en: "What cannot be published for another reason, for example because it breaks the law. You are always told in writing which rule it is.",
    },
    decisions: always,
  },
];
