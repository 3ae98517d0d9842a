import { formatDate, formatShort } from "#app/domain/shared/japanese-date.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import type { MailLinks } from "../mail-links.ts";
import type { MailDesk, MailParams, MailTemplate } from "../mail-message.ts";
import { facts, link, type MailBlock, type MailContent, paragraph, quote } from "./mail-content.ts";
import { hasMailWord, type MailWordKey, type MailWords } from "./mail-words.ts";

/** What a mail's text depends on besides its params. */
export type MailSurroundings = {
  locale: Locale;
  words: MailWords;
  links: MailLinks;
  /** The moderators' telephone. */
  officePhone: string;
  /** Whether a reply to this mail reaches somebody. */
  takesReplies: boolean;
};

type Compose<T extends MailTemplate> = (params: MailParams[T], around: MailSurroundings) => MailContent;

/** Every message, in the order of a submission's life. */
export const mailContents: { [T in MailTemplate]: Compose<T> } = {
  "confirm-address": ({ item, confirmationId, expiresOn }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("confirmAddress.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(`${words("confirmAddress.intro", { number: item.number })}\n${words("confirmAddress.ask")}`),
        link(words("link.confirm"), links.confirm(item, confirmationId), words("link.trackNote")),
        facts(
          [words("label.number"), item.number],
          [words("label.confirmBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        paragraph(words("confirmAddress.notYou")),
      ],
      signature: officeSignature(around),
    };
  },

  receipt: ({ item, kind, title, body, reviewDueOn }, around) => {
    const { words, locale } = around;
    const next = reviewDueOn
      ? words("receipt.nextBy", { date: formatDate(reviewDueOn, locale) })
      : words("receipt.next");
    return {
      subject: words(`receipt.subject.${kind}`),
      greeting: words("greeting"),
      blocks: [
        paragraph(kind === "INQUIRY" ? words("receipt.intro.INQUIRY") : `${words(`receipt.intro.${kind}`)}\n${next}`),
        about(around, item.number, title),
        quote(words("label.body"), body),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "inquiry-received": ({ item, title, body, desk, dueOn }, around) => {
    const { words, locale } = around;
    const name = deskName(desk, locale);
    const next = dueOn
      ? words("inquiryReceived.nextBy", { desk: name, date: formatDate(dueOn, locale) })
      : words("inquiryReceived.next", { desk: name });
    return {
      subject: words("inquiryReceived.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(`${words("inquiryReceived.intro")}\n${next}`),
        facts(
          [words("label.number"), item.number],
          [words("label.desk"), name],
          [words("label.phone"), desk.phone],
          [words("label.title"), title],
        ),
        quote(words("label.body"), body),
        trackingLink(around, item),
      ],
      signature: deskSignature(desk, around),
    };
  },

  published: ({ item, kind, title, path }, around) => {
    const { words, links } = around;
    return {
      subject: words(`published.subject.${kind}`),
      greeting: words("greeting"),
      blocks: [
        paragraph(words(`published.intro.${kind}`)),
        about(around, item.number, title),
        link(words("link.page"), links.page(path)),
        ...(kind === "COMMENT" ? [] : [paragraph(words("published.next"))]),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  returned: ({ item, title, reasonCode, explanation }, around) => {
    const { words, links } = around;
    return {
      subject: words("returned.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(`${words("returned.intro")}\n${words("returned.ask")}`),
        about(around, item.number, title, [words("label.reason"), reasonText(reasonCode, words)]),
        quote(words("label.explanation"), explanation),
        link(words("link.revise"), links.track(item), words("link.trackNote")),
      ],
      signature: officeSignature(around),
    };
  },

  declined: ({ item, title, reasonCode, explanation, stillAnswered }, around) => {
    const { words } = around;
    return {
      subject: words("declined.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(words("declined.intro")),
        about(around, item.number, title, [words("label.reason"), reasonText(reasonCode, words)]),
        quote(words("label.explanation"), explanation),
        paragraph(stillAnswered ? words("declined.stillAnswered") : words("declined.notAnswered")),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  hidden: ({ item, title, reasonCode, explanation }, around) => {
    const { words } = around;
    return {
      subject: words("hidden.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(words("hidden.intro")),
        about(around, item.number, title, [words("label.reason"), reasonText(reasonCode, words)]),
        quote(words("label.explanation"), explanation),
        paragraph(words("hidden.call")),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  restored: ({ item, title, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("restored.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(words("restored.intro")),
        about(around, item.number, title),
        link(words("link.page"), links.page(path)),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  asked: ({ item, title, desk, question }, around) => {
    const { words, links, locale } = around;
    const name = deskName(desk, locale);
    return {
      subject: words("asked.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(`${words("asked.intro", { desk: name })}\n${words("asked.ask")}`),
        about(around, item.number, title, [words("label.desk"), name], [words("label.phone"), desk.phone]),
        quote(words("label.question"), question),
        link(words("link.reply"), links.track(item), words("link.trackNote")),
      ],
      signature: deskSignature(desk, around),
    };
  },

  answered: ({ item, title, desk, outcome, referral, body, answerVersion, path }, around) => {
    const { words, links, locale } = around;
    const name = deskName(desk, locale);
    const isFirst = answerVersion <= 1;
    return {
      subject: words(isFirst ? "answered.subject" : "answered.subjectAgain"),
      greeting: words("greeting"),
      blocks: [
        paragraph(
          [
            words(isFirst ? "answered.intro" : "answered.introAgain", { desk: name }),
            ...(path === null ? [words("answered.private")] : []),
          ].join("\n"),
        ),
        about(
          around,
          item.number,
          title,
          [words("label.outcome"), pick(outcome, locale)],
          [words("label.referral"), referral],
        ),
        quote(words("label.answer"), body),
        ...(path === null ? [] : [link(words("link.page"), links.page(path))]),
        trackingLink(around, item),
      ],
      signature: deskSignature(desk, around),
    };
  },

  commented: ({ item, title, commentBody, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("commented.subject"),
      greeting: words("greeting"),
      blocks: [
        paragraph(words("commented.intro")),
        about(around, item.number, title),
        quote(words("label.comment"), commentBody),
        link(words("link.page"), links.page(path)),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  assigned: (params, around) => {
    const { words, locale } = around;
    const date = formatDate(params.dueOn, locale);
    const { partnership } = params;
    return {
      subject: words("assigned.subject", { date: formatShort(params.dueOn, locale) }),
      greeting: words("deskGreeting", { desk: pick(params.deskName, locale) }),
      blocks: [
        paragraph(words("assigned.intro", { kind: words(`kind.${params.kind}`), date })),
        facts(
          [words("label.number"), params.number],
          [words("label.kind"), words(`kind.${params.kind}`)],
          [words("label.theme"), params.themeTitle],
          [words("label.askedByTheme"), params.questionText],
          [words("label.review"), coded("review", params.review, words)],
          [words("label.receivedOn"), formatDate(params.receivedOn, locale)],
          [words("label.answerBy"), words("until", { date })],
          [words("label.organization"), params.organizationName],
          [
            words("label.displayName"),
            params.displayName ?? (params.organizationName ? null : words("label.anonymous")),
          ],
          [words("label.area"), params.area],
          [words("label.contactPerson"), partnership?.contactPerson ?? null],
          [
            words("label.costSharing"),
            partnership === null ? null : coded("costSharing", partnership.costSharing, words),
          ],
          [words("label.confidential"), partnership?.hasConfidentialNote ? words("assigned.confidentialYes") : null],
        ),
        quote(words("label.title"), params.title),
        quote(words("label.body"), params.body),
        ...quoteIfAny(words("label.expectedEffect"), params.expectedEffect),
        ...quoteIfAny(words("label.cooperation"), partnership?.cooperation ?? null),
        ...quoteIfAny(words("label.request"), partnership?.request ?? null),
        ...quoteIfAny(words("label.instruction"), params.instruction),
        ...whatToDo(around, params.answerLinkId),
      ],
      signature: officeSignature(around),
    };
  },

  replied: (params, around) => {
    const { words, locale } = around;
    const date = formatDate(params.dueOn, locale);
    return {
      subject: words("replied.subject"),
      greeting: words("deskGreeting", { desk: pick(params.deskName, locale) }),
      blocks: [
        paragraph(words("replied.intro", { date })),
        facts([words("label.number"), params.number], [words("label.answerBy"), words("until", { date })]),
        quote(words("label.title"), params.title),
        quote(words("label.question"), params.question),
        quote(words("label.reply"), params.reply),
        ...whatToDo(around, params.answerLinkId),
      ],
      signature: officeSignature(around),
    };
  },

  invitation: ({ invitationId, name, role, expiresOn }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("invitation.subject"),
      greeting: words("invitation.greeting", { name }),
      blocks: [
        paragraph(words("invitation.intro")),
        facts(
          [words("label.role"), words(`role.${role}`)],
          [words("label.acceptBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        paragraph(words("invitation.ask")),
        link(words("link.invitation"), links.invitation(invitationId), words("link.invitationNote")),
        paragraph(words("invitation.notYou")),
      ],
      signature: officeSignature(around),
    };
  },
};

/** The receipt number a message is about; none for an invitation. */
export function numberOf(params: MailParams[MailTemplate]): string | null {
  if ("item" in params) return params.item.number;
  return "number" in params ? params.number : null;
}

function about(
  { words }: MailSurroundings,
  number: string,
  title: string | null,
  ...more: Array<[label: string, value: string | null]>
): MailBlock {
  return facts([words("label.number"), number], [words("label.title"), title], ...more);
}

function trackingLink({ words, links }: MailSurroundings, item: Parameters<MailLinks["track"]>[0]): MailBlock {
  return link(words("link.track"), links.track(item), words("link.trackNote"));
}

function quoteIfAny(label: string, text: string | null): MailBlock[] {
  return text ? [quote(label, text)] : [];
}

/** What the desk is asked to do, where, and whom to call; in a gateway that kills links the address can still be typed. */
function whatToDo({ words, links, officePhone, takesReplies }: MailSurroundings, answerLinkId: string): MailBlock[] {
  return [
    {
      kind: "steps",
      title: words("assigned.todo"),
      steps: [words("assigned.step1"), words("assigned.step2"), words("assigned.step3")],
    },
    link(words("link.answer"), links.answer(answerLinkId), words("link.answerNote")),
    paragraph(
      [words("assigned.call", { phone: officePhone }), ...(takesReplies ? [words("assigned.canReply")] : [])].join(
        "\n",
      ),
    ),
  ];
}

function coded(group: "review" | "costSharing", code: string, words: MailWords): string {
  return hasMailWord(group, code) ? words(`${group}.${code}` as MailWordKey) : code;
}

function reasonText(code: string, words: MailWords): string {
  return hasMailWord("reason", code) ? words(`reason.${code}` as MailWordKey) : words("reason.OTHER");
}

function deskName(desk: MailDesk, locale: Locale): string {
  const section = pick(desk.section, locale);
  const name = pick(desk.name, locale);
  return locale === "en" ? `${name} (${section})` : `${section} ${name}`;
}

function deskSignature(desk: MailDesk, around: MailSurroundings) {
  return signature(around, deskName(desk, around.locale), desk.phone, pick(desk.hours, around.locale));
}

function officeSignature(around: MailSurroundings) {
  const { words, officePhone } = around;
  return signature(around, words("signature.office"), officePhone, words("signature.officeHours"));
}

function signature({ words, links, takesReplies }: MailSurroundings, from: string, phone: string, hours: string) {
  return {
    lines: [words("signature.city"), from, words("signature.phone", { phone }), words("signature.hours", { hours })],
    site: { label: words("signature.site"), url: links.home() },
    note: takesReplies ? null : words("signature.sendOnly"),
  };
}
