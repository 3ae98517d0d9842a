/**
 * The seven themes of 苫小牧市行政創革プラン.
 *
 * The Japanese titles are the plan's own. Leads, bodies and questions are written for this site: they say what a theme is
 * about and what people can help with, and hold no figures and no promises that the plan does not make.
 */
import type { ThemeIllustration } from "#app/domain/plan/illustrations.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { paragraphs } from "./paragraphs.ts";

export type QuestionContent = {
  /** Unique among the questions of all themes. */
  readonly key: string;
  readonly text: LocalizedText;
};

export type ThemeContent = {
  readonly slug: string;
  /** The plan's own Roman numeral, one character (U+2160 and on). */
  readonly numeral: string;
  readonly position: number;
  readonly title: LocalizedText;
  readonly lead: LocalizedText;
  /** Plain text; a blank line parts two paragraphs. */
  readonly body: LocalizedText;
  readonly questions: readonly QuestionContent[];
  readonly illustration: ThemeIllustration;
  readonly isFeatured: boolean;
  readonly deskSlug: string;
};

export const themes: readonly ThemeContent[] = [
  {
    slug: "sound-finances",
    numeral: "Ⅰ",
    position: 1,
    title: { ja: "健全な財政運営", easy: "市のお金を大切に使う", en: "Sound finances" },
    lead: {
      ja: "必要なサービスをこれからも届け続けられるよう、市の財政の土台を固めます。",
      easy: "これからもサービスを続けるために、市のお金を大切に使います。",
      en: "Firm up the city's finances, so that the services people need can go on in the years ahead.",
    },
    body: paragraphs({
      ja: [
        "市の財政は、暮らしを支えるあらゆるサービスの土台です。将来に向けてサービスを良くしていくためにも、財政の基盤をつくり、強くする取組を続けることが、このテーマの目標です。",
        "費用を減らすことだけが目的ではありません。費用を抑えながら、サービスも良くする。プランは、この両立の難しい二つの課題に挑み続けることを掲げています。",
        "暮らしや仕事の中で気づいたことを、ぜひお知らせください。むだだと感じた手間や費用、やり方を変えれば同じ費用でもっと良くなること、市の収入につながる工夫などをお聞かせください。",
        "金額の見積もりはなくてもかまいません。「どこで」「何を見て」そう感じたかを書いていただくと、担当が確かめやすくなります。",
      ],
      easy: [
        "市は、税金などのお金でいろいろなサービスをしています。お金がなくなると、サービスも止まります。",
        "市は、お金をあまり使わないようにします。そして、サービスをよくします。この二つを同時にするのは、難しいです。でも、市は続けます。",
        "あなたが気づいたことを教えてください。たとえば、いらない仕事や、お金を使いすぎていることです。市に入るお金をふやす考えも教えてください。",
        "いくらかは、書かなくてもいいです。どこで、何を見たかを書いてください。",
      ],
      en: [
        "The city's finances carry every service that daily life depends on. This theme is about building a firm base and keeping it, so that services can go on improving in the years ahead.",
        "Spending less is not the whole aim. The plan sets out to hold down costs and improve services at the same time, two tasks that pull against each other.",
        "You can help by telling us what you notice at home or at work: effort or money that looks wasted, something that could be better for the same cost, or a way for the city to earn income.",
        "You do not need to estimate an amount. Say where you were and what you saw; that helps the desk look into it.",
      ],
    }),
    questions: [
      {
        key: "less-effort",
        text: {
          ja: "費用や手間を減らせると感じた市の仕事は何ですか。どんな場面でそう感じましたか。",
          easy: "市の仕事の中で、お金や時間をへらすことができるものは何ですか。いつ、そう思いましたか。",
          en: "Which of the city's tasks could take less money or effort? What made you think so?",
        },
      },
      {
        key: "worth-keeping",
        text: {
          ja: "費用がかかっても続けてほしいサービスは何ですか。その理由も教えてください。",
          easy: "お金がかかっても、続けてほしいサービスは何ですか。理由も教えてください。",
          en: "Which service should the city keep even though it costs money, and why?",
        },
      },
    ],
    illustration: "finances",
    isFeatured: false,
    deskSlug: "gyokaku",
  },
  {
    slug: "service-evolution",
    numeral: "Ⅱ",
    position: 2,
    title: { ja: "市民サービスの進化", easy: "市のサービスをもっとよくする", en: "Evolving citizen services" },
    lead: {
      ja: "時代に合わせて、市のサービスをもっと使いやすく、もっと届くものにしていきます。",
      easy: "市のサービスを、みんながもっと使いやすいものにします。",
      en: "Keep the city's services in step with the times, so that they are easier to use and reach everyone.",
    },
    body: paragraphs({
      ja: [
        "届け出や証明書、子育てや介護の相談、ごみの出し方のお知らせ。市のサービスは、暮らしのいろいろな場面で使われています。暮らし方が変われば、サービスに求められることも変わります。",
        "このテーマでは、時代に合ったサービスを届けることを意識し、財政とのバランスも取りながら、さらに進化させていくことを目指します。",
        "行政創革は、いまあるものの改善にとどまらず、まだないものをつくることも大切にしています。「ここを直してほしい」というご意見も、「こんなサービスがあれば」という提案も歓迎します。",
        "うまく書こうとしなくて大丈夫です。いつ、どこで、何に困ったかを一つ書いていただければ、それが出発点になります。ほかの市や、お店、銀行、病院などで「これは便利だ」と感じた例も参考になります。",
        "企業や団体のみなさんからの、サービスを良くするための提案もお待ちしています。",
      ],
      easy: [
        "市は、いろいろなサービスをしています。たとえば、届け出、証明書、子どもの相談、ごみのお知らせです。",
        "みんなの生活は、少しずつ変わります。だから、市のサービスも変えていきます。お金の使い方も、よく考えます。",
        "「ここを直してほしい」という意見を送ってください。「こんなサービスがほしい」という意見も送ってください。",
        "上手に書かなくてもいいです。いつ、どこで、何に困ったかを書いてください。お店や病院で「便利だ」と思ったことも教えてください。",
        "会社や団体の人も、意見を送ってください。",
      ],
      en: [
        "Registrations and certificates, advice on raising children or caring for a relative, notices about waste collection: people use the city's services in many parts of daily life. As life changes, what people need from those services changes too.",
        "This theme is about services that fit the times, and about taking them further while keeping an eye on the city's finances.",
        "Administrative innovation means not only improving what exists but creating what does not exist yet. “Please fix this” is welcome, and so is “I wish there were…”.",
        "You do not have to write well. One case is a good start: when, where, and what was hard. Examples from another city, a shop, a bank or a clinic that made you think “this is easy” help too.",
        "Proposals from companies and organizations for better services are welcome as well.",
      ],
    }),
    questions: [
      {
        key: "hard-moment",
        text: {
          ja: "市の窓口や手続き、お知らせで、最近困ったこと、待たされたこと、分かりにくかったことは何ですか。",
          easy: "市役所の手続きやお知らせで、困ったことは何ですか。わかりにくかったことも教えてください。",
          en: "What was the last thing that was hard, slow or confusing at a city counter, in a procedure or in a notice?",
        },
      },
      {
        key: "without-visiting",
        text: {
          ja: "市役所に行かずに済ませたい手続きは何ですか。反対に、これからも窓口で人に相談したいことは何ですか。",
          easy: "市役所に行かないでしたい手続きは何ですか。市役所で、人と話して相談したいことは何ですか。",
          en: "Which procedure would you like to finish without visiting City Hall? And what do you still want to talk over with a person at the counter?",
        },
      },
      {
        key: "not-reached",
        text: {
          ja: "いまのサービスが届きにくいのは、どんな人だと思いますか。何を変えれば届くでしょうか。",
          easy: "市のサービスを使いにくい人は、どんな人ですか。どうすれば、その人も使うことができますか。",
          en: "Who finds it hard to use the services as they are now? What would have to change to reach them?",
        },
      },
    ],
    illustration: "services",
    isFeatured: true,
    deskSlug: "gyokaku",
  },
  {
    slug: "collaboration",
    numeral: "Ⅲ",
    position: 3,
    title: {
      ja: "協働の推進",
      easy: "市と市民と会社がいっしょに町をつくる",
      en: "Collaboration with citizens and companies",
    },
    lead: {
      ja: "市民、地域、企業、市が力を持ち寄って、これからのまちをいっしょにつくります。",
      easy: "市民と会社と市が、力を合わせて町をつくります。",
      en: "Citizens, neighbourhoods, companies and the city put their strengths together to shape the city's future.",
    },
    body: paragraphs({
      ja: [
        "協働とは、立場の違う人たちが、同じ目的のために対等に力を出し合うことです。まちの困りごとの中には、市だけでは解決できないものも、市民や企業だけでは動かしにくいものもあります。",
        "このテーマでは、これからのまちづくりで市民や企業との協働をさらに進め、「市の運営に自分たちも参加する」という意識を育てていくことを目指します。",
        "参加のしかたは一つではありません。困りごとを知らせる、提案する、ほかの人の提案に意見を添える、実際にいっしょに動く。どれも協働の一歩です。",
        "企業や団体のみなさんには、人材、場所、技術、情報発信の力など、持っているものを生かす提案をお願いします。まだ固まっていない構想でもかまいません。公開する概要と、市だけが読む説明を分けて送ることができます。",
      ],
      easy: [
        "町には、いろいろな困ったことがあります。市だけでは、解決できないこともあります。市民だけでも、会社だけでも難しいことがあります。だから、いっしょにします。",
        "市は、市民や会社といっしょにする仕事をふやします。みなさんにも、町のことをいっしょに考えてほしいです。",
        "することは、いろいろあります。困ったことを知らせてください。意見を送ってください。ほかの人の意見に、コメントを書いてください。いっしょに働いてください。",
        "会社や団体の人は、できることを教えてください。まだ決まっていない考えでもいいです。みんなが読む説明と、市だけが読む説明を分けて送ることができます。",
      ],
      en: [
        "Collaboration means that people in different positions work as equals towards the same goal. Some of the city's problems cannot be solved by the city alone; others are hard for citizens or companies to move on their own.",
        "This theme is about doing more together with citizens and companies, and about a shared sense that running the city is something all of us can take part in.",
        "There is more than one way to take part: report a problem, offer an idea, add a comment to somebody else's proposal, or join in the work itself. Each is a step.",
        "Companies and organizations are invited to propose how what they have could help: people, places, technology, the means to spread information. A plan that is not finished yet is fine. You can send a summary for the public and a separate explanation that only the city reads.",
      ],
    }),
    questions: [
      {
        key: "do-together",
        text: {
          ja: "市の仕事や地域の困りごとのうち、市民や地域、企業がいっしょに取り組めば良くなると思うものは何ですか。",
          easy: "みんなでいっしょにすると、もっとよくなることは何ですか。市の仕事や、町の困ったことの中から教えてください。",
          en: "Which city task or local problem would go better if citizens, neighbourhoods and companies worked on it together?",
        },
      },
      {
        key: "barrier-to-joining",
        text: {
          ja: "まちづくりに参加したくても参加しにくいのは、なぜですか。時間、場所、情報、きっかけなど、妨げになっているものを教えてください。",
          easy: "町のための活動に参加しにくいのは、どうしてですか。時間や場所やお知らせのことなどを教えてください。",
          en: "What keeps you, or people around you, from taking part in the life of the city: time, place, information, or never having been asked?",
        },
      },
      {
        key: "what-you-bring",
        text: {
          ja: "企業や団体のみなさん、人・場所・技術・情報のうち、まちのために生かせるものは何ですか。市に何があれば始められますか。",
          easy: "会社や団体の人に聞きます。町のために何ができますか。市が何をすれば、始めることができますか。",
          en: "Companies and organizations: which of your people, places, technology or information could serve the city? What would you need from the city to begin?",
        },
      },
    ],
    illustration: "together",
    isFeatured: true,
    deskSlug: "gyokaku",
  },
  {
    slug: "public-facilities",
    numeral: "Ⅳ",
    position: 4,
    title: {
      ja: "公共施設のマネジメント",
      easy: "市の建物を上手に使う",
      en: "Managing public facilities",
    },
    lead: {
      ja: "古くなっていく公共施設を全体で見渡し、これからの使い方を考えます。",
      easy: "古くなった市の建物を、これからどう使うか考えます。",
      en: "Look at the city's ageing facilities as a whole and decide how they should serve from here on.",
    },
    body: paragraphs({
      ja: [
        "公共施設の老朽化は、市が抱える大きな課題です。このテーマでは、施設を一つずつではなく全体として管理する力を強め、的確に対応することを目指します。",
        "建物は、造って終わりではありません。手入れをし、使い方を見直し、ときには役割を変えることも必要です。どの施設にどんな役割を残すかは、使う人の声を聞かずには決められません。",
        "施設を使っている方は、良いところと困っているところを教えてください。使っていない方は、使わない理由を教えてください。どちらも大切な手がかりです。",
      ],
      easy: [
        "市の建物は、だんだん古くなっています。これは、大きな問題です。市は、全部の建物のことをいっしょに考えます。",
        "建物は、直しながら使います。使い方を変えることもあります。使う人の意見を聞いて、考えます。",
        "市の建物を使う人は、いいところと困るところを教えてください。使わない人は、使わない理由を教えてください。",
      ],
      en: [
        "Ageing public facilities are one of the city's large problems. This theme is about managing them as a whole rather than one by one, and responding in the right way.",
        "A building is not finished when it opens. It has to be looked after, its use reviewed, sometimes its role changed. Which role each facility should keep cannot be decided without those who use it.",
        "If you use a facility, tell us what works and what does not. If you do not, tell us why. Both help.",
      ],
    }),
    questions: [
      {
        key: "used-or-not",
        text: {
          ja: "よく使う施設、使わなくなった施設はどこですか。その理由も教えてください。",
          easy: "よく使う市の建物はどこですか。使わなくなった建物はどこですか。理由も教えてください。",
          en: "Which facility do you use often, or no longer use? Why?",
        },
      },
      {
        key: "what-matters",
        text: {
          ja: "施設を直す、まとめる、別の使い方をする。これを決めるとき、何を大切にしてほしいですか。",
          easy: "市は、建物を直したり、使い方を変えたりします。そのとき、何を大切にしてほしいですか。",
          en: "When the city decides whether to repair, merge or reuse a facility, what should weigh most?",
        },
      },
    ],
    illustration: "facilities",
    isFeatured: false,
    deskSlug: "gyokaku",
  },
  {
    slug: "private-sector",
    numeral: "Ⅴ",
    position: 5,
    title: {
      ja: "民間活力の活用",
      easy: "会社や団体の力を借りる",
      en: "Making use of the private sector",
    },
    lead: {
      ja: "民間に任せられる仕事は民間へ。企業や団体の力を、市の仕事に生かします。",
      easy: "会社や団体ができる仕事は、会社や団体にたのみます。",
      en: "What the private sector can do, it should do: bring the strengths of companies and organizations into the city's work.",
    },
    body: paragraphs({
      ja: [
        "このテーマの基本にあるのは、「民間に委ねられる部分は、民間へ」という考え方です。企業や団体の知識や工夫を、市の仕事に積極的に生かすことを目指します。",
        "任せることが目的ではありません。任せることで、サービスが良くなるか、費用に見合うか、困る人が出ないか。市民と事業者の両方の目で見ていただくことが大切です。",
        "事業者のみなさんには、市の仕事で自社の力を生かせる場面を、市民のみなさんには、民間に任せてほしいことと、市に続けてほしいことをお聞きします。",
        "具体的な事業として市に提案する場合は、「公共サービス民間提案制度」という別の手続きがあります。このひろばの「企業・団体の提案」は、その前の相談や対話のきっかけとしてお使いください。",
      ],
      easy: [
        "会社や団体が上手にできる仕事があります。市は、その仕事を会社や団体にたのみます。これが、このテーマの考え方です。",
        "たのむだけでは、だめです。サービスがよくなるかを考えます。お金のことも考えます。困る人がいるかどうかも考えます。だから、みなさんの意見が大切です。",
        "会社の人は、市の仕事で何ができるかを教えてください。市民は、会社にしてほしいことと、市にしてほしいことを教えてください。",
        "市に仕事の計画を出したい会社のために、別の手続きがあります。「公共サービス民間提案制度」です。このページは、その前に相談するときに使ってください。",
      ],
      en: [
        "The idea behind this theme is that what can be left to the private sector should be. The city aims to make active use of what companies and organizations know and can do.",
        "Handing work over is not an end in itself. Does the service get better, is it worth the cost, is anyone left worse off? That needs the eyes of both citizens and businesses.",
        "Businesses: tell us where in the city's work your strengths would help. Citizens: tell us what you would like to see handed over, and what the city should keep.",
        "For proposing a concrete project to the city there is a separate procedure, the private-sector proposal scheme for public services (公共サービス民間提案制度). Use the partnership form here as a first contact before that.",
      ],
    }),
    questions: [
      {
        key: "hand-over",
        text: {
          ja: "市の仕事のうち、民間の力を借りればもっと良くなると思うものは何ですか。",
          easy: "市の仕事の中で、会社がするともっとよくなるものは何ですか。",
          en: "Which part of the city's work would get better with the help of the private sector?",
        },
      },
      {
        key: "keep-watch",
        text: {
          ja: "民間に任せるとき、市に必ず守ってほしいことは何ですか。",
          easy: "市が会社に仕事をたのむとき、市は何に気をつけるといいですか。",
          en: "When work is handed over, what must the city make sure of?",
        },
      },
    ],
    illustration: "business",
    isFeatured: false,
    deskSlug: "gyokaku",
  },
  {
    slug: "ict",
    numeral: "Ⅵ",
    position: 6,
    title: {
      ja: "ICT(情報通信技術)の活用",
      easy: "インターネットやコンピューターを使う",
      en: "Using ICT",
    },
    lead: {
      ja: "情報通信技術を積極的に使い、市の仕事を効率よくし、暮らしを便利にします。",
      easy: "コンピューターなどを使って、生活を便利にします。",
      en: "Use information and communication technology to make the city's work efficient and life more convenient.",
    },
    body: paragraphs({
      ja: [
        "情報通信技術(ICT)は、市の事務を効率よくし、市民の手間を減らすための道具です。このテーマでは、その積極的な活用を進めます。",
        "大切なのは、技術を入れること自体ではなく、待ち時間や書く手間、調べる手間が実際に減ることです。どの場面で減らせるかは、使う方がいちばんよく知っています。",
        "スマートフォンやパソコンを使わない方も、このテーマの大事な当事者です。使いにくい理由や、電話や窓口で残してほしいことも、ぜひお聞かせください。",
      ],
      easy: [
        "市は、インターネットやコンピューターを使います。市の仕事を早くするためです。みなさんの生活を便利にするためです。",
        "待つ時間や、書く時間をへらしたいです。何をへらすことができるかを教えてください。",
        "スマートフォンやパソコンを使わない人の意見も大切です。使いにくい理由を教えてください。電話や窓口でしたいことも教えてください。",
      ],
      en: [
        "Information and communication technology (ICT) is a tool for making the city's paperwork efficient and saving people trouble. This theme is about using it actively.",
        "What counts is not installing technology but less waiting, less writing and less searching. Those who use a service know best where that is possible.",
        "People who do not use a smartphone or a computer matter just as much here. Tell us what makes it hard, and what should stay available by phone or at the counter.",
      ],
    }),
    questions: [
      {
        key: "save-trouble",
        text: {
          ja: "インターネットやスマートフォンでできるようにして、手間を減らしてほしいことは何ですか。",
          easy: "インターネットやスマートフォンでしたい手続きは何ですか。",
          en: "What would you like to be able to do online or by smartphone to save trouble?",
        },
      },
      {
        key: "hard-to-use",
        text: {
          ja: "市のホームページやオンラインの手続きで、使いにくかったところ、途中でやめたところはどこですか。",
          easy: "市のホームページやインターネットの手続きで、使いにくいところはどこですか。",
          en: "Where was the city's website or an online procedure hard to use, or where did you give up?",
        },
      },
    ],
    illustration: "network",
    isFeatured: false,
    deskSlug: "gyokaku",
  },
  {
    slug: "people-and-organization",
    numeral: "Ⅶ",
    position: 7,
    title: {
      ja: "職員の人材育成と「働き方改革」・簡素で効率的な組織づくり",
      easy: "市の職員を育てる・働き方をよくする",
      en: "Staff development, work-style reform and a simple, efficient organization",
    },
    lead: {
      ja: "市の仕事を担う職員を育て、むだのない組織をつくります。",
      easy: "市の職員が力を出して働くことができるようにします。",
      en: "Develop the staff who do the city's work, and keep the organization simple.",
    },
    body: paragraphs({
      ja: [
        "どんな計画も、動かすのは人です。このテーマでは、市の職員の育成と意識改革を進め、一人ひとりの生産性を高めて「働き方改革」の実現を目指します。あわせて、簡素で効率的な組織づくりを続けます。",
        "職員の働き方は、市の中だけの話ではありません。仕事の進め方が良くなれば、説明が分かりやすくなり、返事が早くなり、相談に向き合う時間が増えます。",
        "市役所とやり取りする中で、良かったこと、「ここを変えれば」と感じたことを教えてください。ほかの職場で効果のあった工夫も歓迎します。",
        "職員個人の名前は書かないでください。個人を評価するためではなく、仕事のしかたを良くするためにお聞きしています。",
      ],
      easy: [
        "計画を進めるのは、人です。市は、職員を育てます。職員の働き方をよくします。わかりやすい組織を作ります。",
        "職員の働き方がよくなると、みなさんにもいいことがあります。説明がわかりやすくなります。返事が早くなります。",
        "市役所で「よかった」と思ったことを教えてください。「変えてほしい」と思ったことも教えてください。",
        "職員の名前は書かないでください。",
      ],
      en: [
        "Any plan is carried out by people. This theme is about developing the city's staff and their outlook, raising what each can get done, and so making work-style reform real; and about keeping the organization simple and efficient.",
        "How staff work is not only an internal matter. When work goes better, explanations get clearer, replies come sooner and there is more time to listen.",
        "Tell us what went well when you dealt with City Hall and what you would change. What has worked in your own workplace is welcome too.",
        "Please do not name individual members of staff. The aim is to improve how the work is done, not to judge a person.",
      ],
    }),
    questions: [
      {
        key: "dealing-with-staff",
        text: {
          ja: "市役所とのやり取りで、良かったこと、変えてほしいと感じたことは何ですか(職員の名前は書かないでください)。",
          easy: "市役所の人と話して、よかったことは何ですか。変えてほしいことは何ですか。名前は書かないでください。",
          en: "What was good, and what would you change, in your dealings with City Hall? (Please do not give names of staff.)",
        },
      },
      {
        key: "from-your-workplace",
        text: {
          ja: "あなたの職場や団体でうまくいった働き方の工夫で、市役所でも試せそうなものはありますか。",
          easy: "あなたの会社や団体で、よかった働き方は何ですか。市役所でもできることを教えてください。",
          en: "Has your workplace or group found a better way of working that City Hall could try?",
        },
      },
    ],
    illustration: "people",
    isFeatured: false,
    deskSlug: "jinji-kenshu",
  },
];
