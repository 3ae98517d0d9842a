import { appealPeriodDays } from "#app/domain/shared/appeal-period.ts";
import { formatDate, formatShort } from "#app/domain/shared/japanese-date.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import type { MailLinks } from "../mail-links.ts";
import type { MailDesk, MailNews, MailParams, MailTemplate } from "../mail-message.ts";
import { facts, type MailBlock, type MailContent, mainLink, otherLink, paragraph, quote } from "./mail-content.ts";
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

/**
 * Every message, in the order of a submission's life. Each reads in the same order: what happened, what to do or what comes next, the facts,
 * words of people and desks, the address to open, what to do if something is wrong.
 */
export const mailContents: { [T in MailTemplate]: Compose<T> } = {
  "confirm-address": ({ item, confirmationId, expiresOn, mayPublish = false }, around) => {
    const { words, links, locale } = around;
    const what = mayPublish ? "confirmSent" : "confirmAddress";
    return {
      subject: words(`${what}.subject`),
      greeting: null,
      blocks: [
        said(around, words(`${what}.intro`, { number: item.number })),
        said(around, words(`${what}.ask`)),
        facts(
          [words("label.number"), item.number],
          [words("label.confirmBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        mainLink(
          words(mayPublish ? "link.confirmSent" : "link.confirm"),
          links.confirm(confirmationId),
          words("link.confirmNote"),
        ),
        said(around, words(`${what}.notYou`)),
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
      greeting: null,
      blocks: [
        said(around, words(`receipt.intro.${kind}`)),
        said(around, words(`receipt.about.${kind}`), ...(kind === "INQUIRY" ? [] : [next])),
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
      greeting: null,
      blocks: [
        said(around, words("receipt.intro.INQUIRY")),
        said(around, next, words("inquiryReceived.private")),
        facts(
          [words("label.number"), item.number],
          [words("label.title"), title],
          [words("label.desk"), name],
          [words("label.phone"), desk.phone],
          [words("label.answerDue"), dueOn === null ? null : words("until", { date: formatDate(dueOn, locale) })],
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
      greeting: null,
      blocks: [
        said(around, words(`published.intro.${kind}`)),
        ...(kind === "COMMENT" ? [] : [said(around, words("published.next"))]),
        about(around, item.number, title),
        mainLink(words("link.page"), links.page(path)),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  returned: ({ item, title, reason, explanation }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("returned.subject"),
      greeting: null,
      blocks: [
        said(around, words("returned.intro")),
        said(around, words("returned.ask")),
        about(around, item.number, title, [words("label.reason"), pick(reason, locale)]),
        quote(words("label.explanation"), explanation),
        mainLink(words("link.revise"), links.track(item), words("link.trackNote")),
      ],
      signature: officeSignature(around),
    };
  },

  declined: ({ item, title, reason, explanation, stillAnswered }, around) => {
    const { words, locale } = around;
    return {
      subject: words("declined.subject"),
      greeting: null,
      blocks: [
        said(around, words("declined.intro")),
        said(around, words(stillAnswered ? "declined.stillAnswered" : "declined.notAnswered"), mayAppeal(around)),
        about(around, item.number, title, [words("label.reason"), pick(reason, locale)]),
        quote(words("label.explanation"), explanation),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  hidden: ({ item, title, reason, explanation }, around) => {
    const { words, locale } = around;
    return {
      subject: words("hidden.subject"),
      greeting: null,
      blocks: [
        said(around, words("hidden.intro")),
        said(around, words("hidden.call"), mayAppeal(around)),
        about(around, item.number, title, [words("label.reason"), pick(reason, locale)]),
        quote(words("label.explanation"), explanation),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  restored: ({ item, title, path, explanation }, around) => {
    const { words, links } = around;
    return {
      subject: words("restored.subject"),
      greeting: null,
      blocks: [
        said(around, words("restored.intro")),
        about(around, item.number, title),
        ...(explanation ? [quote(words("label.explanation"), explanation)] : []),
        mainLink(words("link.page"), links.page(path)),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  moved: ({ item, kind, title, from, to, explanation, path }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("moved.subject"),
      greeting: null,
      blocks: [
        said(around, words(`moved.intro.${kind === "COMMENT" ? "COMMENT" : "PROPOSAL"}`)),
        said(around, words("moved.same")),
        about(
          around,
          item.number,
          title,
          [words("label.themeBefore"), pick(from, locale)],
          [words("label.themeNow"), pick(to, locale)],
        ),
        quote(words("label.explanation"), explanation),
        ...(path === null
          ? [trackingLink(around, item)]
          : [mainLink(words("link.page"), links.page(path)), trackingLinkToo(around, item)]),
      ],
      signature: officeSignature(around),
    };
  },

  merged: ({ item, title, into, explanation, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("merged.subject"),
      greeting: null,
      blocks: [
        said(around, words("merged.intro", { number: into.number })),
        said(around, words("merged.answer"), words(path === null ? "merged.inReview" : "merged.isPublic")),
        about(around, item.number, title, [words("label.together"), titled(into)]),
        quote(words("label.explanation"), explanation),
        ...(path === null
          ? [trackingLink(around, item)]
          : [mainLink(words("link.page"), links.page(path)), trackingLinkToo(around, item)]),
        said(around, words("merged.object")),
      ],
      signature: officeSignature(around),
    };
  },

  joined: ({ item, title, other }, around) => {
    const { words } = around;
    return {
      subject: words("joined.subject"),
      greeting: null,
      blocks: [
        said(around, words("joined.intro", { number: other })),
        said(around, words("joined.same")),
        about(around, item.number, title, [words("label.together"), other]),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  separated: ({ item, title, other, explanation, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("separated.subject"),
      greeting: null,
      blocks: [
        said(around, words("separated.intro", { number: other })),
        said(around, words("separated.next")),
        about(around, item.number, title),
        ...quoteIfAny(words("label.explanation"), explanation),
        ...(path === null
          ? [trackingLink(around, item)]
          : [mainLink(words("link.page"), links.page(path)), trackingLinkToo(around, item)]),
      ],
      signature: officeSignature(around),
    };
  },

  split: ({ item, title, part, partTitle, passage }, around) => {
    const { words, links } = around;
    return {
      subject: words("split.subject"),
      greeting: null,
      blocks: [
        said(around, words("split.intro", { number: part.number })),
        said(around, words("split.same")),
        about(
          around,
          item.number,
          title,
          [words("label.partNumber"), part.number],
          [words("label.partTitle"), partTitle],
        ),
        quote(words("label.passage"), passage),
        mainLink(words("link.trackPart"), links.track(part), words("link.trackNote")),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "became-inquiry": ({ item, title, explanation, desk, dueOn }, around) => {
    const { words, locale } = around;
    const name = deskName(desk, locale);
    return {
      subject: words("becameInquiry.subject"),
      greeting: null,
      blocks: [
        said(around, words("becameInquiry.intro", { desk: name })),
        said(around, words("becameInquiry.private")),
        about(
          around,
          item.number,
          title,
          [words("label.desk"), name],
          [words("label.phone"), desk.phone],
          [words("label.answerDue"), words("until", { date: formatDate(dueOn, locale) })],
        ),
        quote(words("label.explanation"), explanation),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "became-idea": ({ item, title, explanation, theme }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("becameIdea.subject"),
      greeting: null,
      blocks: [
        said(around, words("becameIdea.intro")),
        said(around, words("becameIdea.ask"), words("becameIdea.notYet")),
        about(around, item.number, title, [words("label.theme"), pick(theme, locale)]),
        quote(words("label.explanation"), explanation),
        mainLink(words("link.revise"), links.track(item), words("link.trackNote")),
      ],
      signature: officeSignature(around),
    };
  },

  "appeal-received": ({ item, title, dueOn }, around) => {
    const { words, locale } = around;
    return {
      subject: words("appealReceived.subject"),
      greeting: null,
      blocks: [
        said(around, words("appealReceived.intro"), words("appealReceived.next", { date: formatDate(dueOn, locale) })),
        about(around, item.number, title),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "appeal-upheld": ({ item, title, explanation }, around) => {
    const { words } = around;
    return {
      subject: words("appealUpheld.subject"),
      greeting: null,
      blocks: [
        said(around, words("appealUpheld.intro")),
        said(around, words("appealUpheld.final")),
        about(around, item.number, title),
        quote(words("label.explanation"), explanation),
        trackingLink(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "appeal-overturned": ({ item, title, explanation, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("appealOverturned.subject"),
      greeting: null,
      blocks: [
        said(around, words("appealOverturned.intro")),
        about(around, item.number, title),
        quote(words("label.explanation"), explanation),
        mainLink(words("link.page"), links.page(path)),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "confirm-report-address": ({ number, confirmationId, expiresOn }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("confirmAddress.subject"),
      greeting: null,
      blocks: [
        said(around, words("confirmReportAddress.intro", { number })),
        said(around, words("confirmReportAddress.ask")),
        facts(
          [words("label.number"), number],
          [words("label.confirmBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        mainLink(words("link.confirm"), links.confirm(confirmationId), words("link.confirmNote")),
        said(around, words("confirmAddress.notYou")),
      ],
      signature: officeSignature(around),
    };
  },

  "report-closed": ({ number, title, reportedOn, reported, outcome, reason, explanation, path }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words("reportClosed.subject"),
      greeting: null,
      blocks: [
        said(around, words("reportClosed.intro", { date: formatDate(reportedOn, locale) })),
        said(
          around,
          words(outcome === "ACTED_ON" && reason !== null ? "reportClosed.hidden" : `reportClosed.outcome.${outcome}`),
        ),
        about(
          around,
          number,
          title,
          [words("label.reported"), reported === null ? words("reportClosed.other") : pick(reported, locale)],
          [words("label.reason"), reason === null ? null : pick(reason, locale)],
        ),
        ...quoteIfAny(words("label.explanation"), explanation),
        path === null
          ? mainLink(words("link.guidelines"), links.page(paths.guidelines()))
          : mainLink(words("link.page"), links.page(path)),
      ],
      signature: officeSignature(around),
    };
  },

  "report-kept": ({ item, title, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("reportKept.subject"),
      greeting: null,
      blocks: [
        said(around, words("reportKept.intro")),
        said(around, words("reportKept.next")),
        about(around, item.number, title),
        mainLink(words("link.page"), links.page(path)),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  asked: ({ item, title, desk, question }, around) => {
    const { words, links, locale } = around;
    const name = deskName(desk, locale);
    return {
      subject: words("asked.subject"),
      greeting: null,
      blocks: [
        said(around, words("asked.intro", { desk: name })),
        said(around, words("asked.ask")),
        about(around, item.number, title, [words("label.desk"), name], [words("label.phone"), desk.phone]),
        quote(words("label.question"), question),
        mainLink(words("link.reply"), links.track(item), words("link.trackNote")),
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
      greeting: null,
      blocks: [
        said(
          around,
          words(isFirst ? "answered.intro" : "answered.introAgain", { desk: name }),
          ...(path === null ? [words("answered.private")] : []),
        ),
        about(
          around,
          item.number,
          title,
          [words("label.outcome"), pick(outcome, locale)],
          [words("label.referral"), referral],
        ),
        quote(words("label.answer"), body),
        ...(path === null
          ? [trackingLink(around, item)]
          : [mainLink(words("link.page"), links.page(path)), trackingLinkToo(around, item)]),
      ],
      signature: deskSignature(desk, around),
    };
  },

  commented: ({ item, title, commentBody, path }, around) => {
    const { words, links } = around;
    return {
      subject: words("commented.subject"),
      greeting: null,
      blocks: [
        said(around, words("commented.intro")),
        about(around, item.number, title),
        quote(words("label.comment"), commentBody),
        mainLink(words("link.page"), links.page(path)),
        trackingLinkToo(around, item),
      ],
      signature: officeSignature(around),
    };
  },

  "confirm-follow": ({ requestId, thing, pace, expiresOn }, around) => {
    const { words, links, locale } = around;
    return {
      subject: words(thing === null ? "confirmFollow.subjectMove" : "confirmFollow.subject"),
      greeting: null,
      blocks: [
        said(around, words(thing === null ? "confirmFollow.introMove" : "confirmFollow.intro")),
        said(around, words("confirmFollow.ask")),
        facts(
          [words("label.follows"), thing && followedName(thing, around)],
          [words("label.pace"), thing && words(`pace.${pace}`)],
          [words("label.confirmBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        mainLink(words("link.confirmFollow"), links.confirmFollow(requestId)),
        said(around, words("confirmFollow.notYou")),
      ],
      signature: officeSignature(around),
    };
  },

  "follow-news": (params, around) => {
    const { words, links } = around;
    const { kind, pace, news, more } = params;
    const about = kind ?? (pace === "AT_ONCE" ? "MANY" : pace);
    return {
      subject: words(`followNews.subject.${about}`),
      greeting: null,
      blocks: [
        ...(kind === null ? [said(around, words("followNews.intro"))] : []),
        ...(news === undefined
          ? [said(around, words("followNews.later"))]
          : news.flatMap((one) => newsBlocks(one, around, kind !== null))),
        ...(kind === null || news === undefined
          ? [mainLink(words("link.proposals"), links.page(paths.proposals()))]
          : []),
        ...(more > 0 ? [said(around, words("followNews.more", { count: String(more) }))] : []),
        said(around, words("followNews.why")),
        otherLink(words("link.follows"), links.follows(params.followerId), words("link.followsNote")),
        otherLink(words("link.stopFollowing"), links.stopFollowing(params.followerId, params.stop)),
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
        said(around, words("assigned.intro", { kind: words(`kind.${params.kind}`), date })),
        whatToDo(around),
        facts(
          [words("label.number"), params.number],
          [words("label.answerBy"), words("until", { date })],
          [words("label.kind"), words(`kind.${params.kind}`)],
          [words("label.theme"), params.themeTitle],
          [words("label.askedByTheme"), params.questionText],
          [words("label.review"), coded("review", params.review, words)],
          [words("label.receivedOn"), formatDate(params.receivedOn, locale)],
          // the usual way is not worth a line
          [words("label.channel"), params.channel === "WEB" ? null : coded("channel", params.channel, words)],
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
        ...quoteIfAny(words("label.instruction"), params.instruction),
        quote(words("label.title"), params.title),
        quote(words("label.body"), params.body),
        ...quoteIfAny(words("label.expectedEffect"), params.expectedEffect),
        ...quoteIfAny(words("label.cooperation"), partnership?.cooperation ?? null),
        ...quoteIfAny(words("label.request"), partnership?.request ?? null),
        ...whereToAnswer(around, params.answerLinkId),
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
        said(around, words("replied.intro", { date })),
        whatToDo(around),
        facts([words("label.number"), params.number], [words("label.answerBy"), words("until", { date })]),
        quote(words("label.title"), params.title),
        quote(words("label.question"), params.question),
        quote(words("label.reply"), params.reply),
        ...whereToAnswer(around, params.answerLinkId),
      ],
      signature: officeSignature(around),
    };
  },

  reminded: ({ number, title, dueOn, daysLeft, answerLinkId, deskName: desk }, around) => {
    const { words, locale } = around;
    const isLate = daysLeft < 0;
    const values = { date: formatDate(dueOn, locale), days: String(Math.abs(daysLeft)) };
    return {
      subject: words(isLate ? "reminded.lateSubject" : "reminded.subject", { date: formatShort(dueOn, locale) }),
      greeting: words("deskGreeting", { desk: pick(desk, locale) }),
      blocks: [
        said(around, words(isLate ? "reminded.lateIntro" : "reminded.intro", values)),
        said(around, ...(isLate ? [words("reminded.shown"), words("reminded.giveReason")] : [words("reminded.ask")])),
        facts([words("label.number"), number], [words("label.answerBy"), words("until", values)]),
        quote(words("label.title"), title),
        ...whereToAnswer(around, answerLinkId),
      ],
      signature: officeSignature(around),
    };
  },

  overdue: ({ number, title, dueOn, daysLeft, desk, isDrafted }, around) => {
    const { words, links, locale } = around;
    const name = deskName(desk, locale);
    const values = { desk: name, date: formatDate(dueOn, locale), days: String(Math.abs(daysLeft)) };
    return {
      subject: words("overdue.subject"),
      greeting: words("overdue.greeting"),
      blocks: [
        said(around, words("overdue.intro", values)),
        said(around, words(isDrafted ? "overdue.approve" : "overdue.ask")),
        facts(
          [words("label.number"), number],
          [words("label.answerBy"), words("until", values)],
          [words("label.desk"), name],
          [words("label.phone"), desk.phone],
        ),
        quote(words("label.title"), title),
        mainLink(words("link.desk"), links.desk(paths.deskSubmission(number)), words("link.deskNote")),
      ],
      signature: officeSignature(around),
    };
  },

  "desk-digest": ({ day, items, more, extension, deskName: desk }, around) => {
    const { words, locale, officePhone } = around;
    const count = String(items.length + more);
    const phone = extension === null ? officePhone : words("digest.extension", { phone: officePhone, extension });
    return {
      subject: words("digest.subject", { date: formatShort(day, locale), n: count }),
      greeting: words("deskGreeting", { desk: pick(desk, locale) }),
      blocks: [
        said(around, words("digest.intro", { n: count })),
        ...items.map(({ number, title, dueOn, daysLeft }) =>
          quote(
            `${number} ${words("until", { date: formatDate(dueOn, locale) })} ${daysWords(daysLeft, words)}`,
            title,
          ),
        ),
        ...(more > 0 ? [said(around, words("digest.more", { n: String(more) }))] : []),
        ...(items.some(({ daysLeft }) => daysLeft < 0) ? [said(around, words("reminded.giveReason"))] : []),
        said(around, words("digest.where")),
        said(around, words("digest.call", { phone })),
      ],
      signature: officeSignature(around),
    };
  },

  "weekly-digest": ({ day, review, unassigned, failedMails, desks }, around) => {
    const { words, links, locale } = around;
    const waiting = (count: { waiting: number; late: number }) =>
      words("week.waiting", { n: String(count.waiting), late: String(count.late) });
    return {
      subject: words("week.subject", { date: formatShort(day, locale) }),
      greeting: words("overdue.greeting"),
      blocks: [
        said(around, words("week.intro", { date: formatDate(day, locale) })),
        facts(
          [words("week.review"), waiting(review)],
          [words("week.unassigned"), waiting(unassigned)],
          [words("week.failedMails"), words("week.count", { n: String(failedMails) })],
        ),
        said(around, words(desks.length > 0 ? "week.byDesk" : "week.noDesk")),
        facts(
          ...desks.map((desk): [string, string] => [
            pick(desk.name, locale),
            [
              waiting(desk),
              ...(desk.oldestDueOn === null
                ? []
                : [words("week.oldest", { date: formatShort(desk.oldestDueOn, locale) })]),
              ...(desk.drafted > 0 ? [words("week.drafted", { n: String(desk.drafted) })] : []),
              ...(desk.paused > 0 ? [words("week.paused", { n: String(desk.paused) })] : []),
            ].join(words("week.comma")),
          ]),
        ),
        mainLink(words("link.desk"), links.desk(paths.desk()), words("link.deskNote")),
      ],
      signature: officeSignature(around),
    };
  },

  "mailbox-test": ({ mailboxTestId, deskName: desk }, around) => {
    const { words, links, officePhone, takesReplies } = around;
    return {
      subject: words("mailboxTest.subject"),
      greeting: words("deskGreeting", { desk: pick(desk, around.locale) }),
      blocks: [
        said(around, words("mailboxTest.intro")),
        said(around, words("mailboxTest.ask")),
        mainLink(words("link.mailbox"), links.mailbox(mailboxTestId), words("link.mailboxNote")),
        ...(takesReplies ? [said(around, words("mailboxTest.canReply"))] : []),
        said(around, words("mailboxTest.notYou", { phone: officePhone })),
      ],
      signature: officeSignature(around),
    };
  },

  "delivery-test": ({ askedOn }, around) => {
    const { words, locale } = around;
    return {
      subject: words("deliveryTest.subject"),
      greeting: null,
      blocks: [
        said(around, words("deliveryTest.intro", { date: formatDate(askedOn, locale) })),
        said(around, words("deliveryTest.look"), words("deliveryTest.late")),
      ],
      signature: officeSignature(around),
    };
  },

  "reply-not-taken": ({ number, problem, answerLinkId, deskName: desk }, around) => {
    const { words, links, locale, officePhone } = around;
    return {
      subject: words("replyNotTaken.subject"),
      greeting: words("deskGreeting", { desk: pick(desk, locale) }),
      blocks: [
        said(around, words("replyNotTaken.intro")),
        said(around, words(`replyNotTaken.problem.${problem}`)),
        facts([words("label.number"), number]),
        said(around, words(problem === "turnOver" ? "replyNotTaken.keptOver" : "replyNotTaken.kept")),
        // The link ended with the desk's turn.
        ...(problem === "turnOver"
          ? []
          : [mainLink(words("link.answer"), links.answer(answerLinkId), words("link.answerNote"))]),
        said(around, words("assigned.call", { phone: officePhone }), words("replyNotTaken.once")),
      ],
      signature: officeSignature(around),
    };
  },

  escalated: ({ item, kind, title, note, by }, around) => {
    const { words, links } = around;
    const path = item.type === "comment" ? paths.deskComment(item.number) : paths.deskSubmission(item.number);
    return {
      subject: words("escalated.subject"),
      greeting: words("escalated.greeting"),
      blocks: [
        said(around, words("escalated.intro", { by })),
        said(around, words("escalated.ask")),
        about(around, item.number, title, [words("label.kind"), words(`kind.${kind}`)]),
        quote(words("label.note"), note),
        mainLink(words("link.desk"), links.desk(path), words("link.deskNote")),
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
        said(around, words("invitation.intro")),
        said(around, words("invitation.ask")),
        facts(
          [words("label.role"), words(`role.${role}`)],
          [words("label.acceptBy"), words("until", { date: formatDate(expiresOn, locale) })],
        ),
        mainLink(words("link.invitation"), links.invitation(invitationId), words("link.invitationNote")),
        said(around, words("invitation.notYou")),
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

/** Sentences of the platform as one paragraph; in やさしい日本語 each on a line of its own. */
function said({ locale }: MailSurroundings, ...sentences: string[]): MailBlock {
  switch (locale) {
    case "ja":
      return paragraph(sentences.join(""));
    case "easy":
      return paragraph(sentences.join("").replace(/。(?!$)/gu, "。\n"));
    case "en":
      return paragraph(sentences.join(" "));
  }
}

function about(
  { words }: MailSurroundings,
  number: string,
  title: string | null,
  ...more: Array<[label: string, value: string | null]>
): MailBlock {
  return facts([words("label.number"), number], [words("label.title"), title], ...more);
}

/** How to answer back to a decision that keeps a text from being read. */
function mayAppeal({ words }: MailSurroundings): string {
  return words("mayAppeal", { days: String(appealPeriodDays) });
}

function titled({ number, title }: { number: string; title: string | null }): string {
  return title === null ? number : `${number} ${title}`;
}

/** What somebody wants to follow, as the mail names it that asks whether they do. */
function followedName(
  thing: NonNullable<MailParams["confirm-follow"]["thing"]>,
  { words, locale }: MailSurroundings,
): string {
  switch (thing.type) {
    case "proposal":
      return words("confirmFollow.proposal", { number: thing.number });
    case "theme":
      return words("confirmFollow.theme", { theme: pick(thing.title, locale) });
    case "search":
      return words("confirmFollow.search");
  }
}

/** One event: what happened, on what, the words, and where it stands. @param isMain whether it is all that the mail is about */
function newsBlocks(news: MailNews, around: MailSurroundings, isMain: boolean): MailBlock[] {
  const { words, links, locale } = around;
  const { kind, number, title, theme, author, body, others, answer, changes, path } = news;
  const link = isMain ? mainLink : otherLink;
  const outcome = answer && pick(answer.outcome, locale);
  return [
    said(around, words(`followNews.what.${kind}`, { date: formatDate(news.on, locale) })),
    facts(
      [words("label.number"), number],
      [words("label.title"), title],
      [words("label.theme"), pick(theme, locale)],
      [words("label.together"), others.join(locale === "en" ? ", " : "、")],
      [words("label.displayName"), author],
      [words("label.desk"), answer && pick(answer.desk, locale)],
      [
        words("label.outcome"),
        answer?.before
          ? words("followNews.outcome", { before: pick(answer.before, locale), now: outcome ?? "" })
          : outcome,
      ],
      [words("label.referral"), answer?.referral ?? null],
    ),
    ...newWords(),
    link(words("link.page"), links.page(path)),
  ];

  function newWords(): MailBlock[] {
    if (changes !== null) {
      const marks = { removed: words("followNews.removed"), added: words("followNews.added") };
      const shown = isMain ? changes : changes.filter((change) => change.kind !== "same");
      return [{ kind: "changes", label: words("label.changes"), marks, changes: shown }];
    }
    return quoteIfAny(words(answer ? "label.answer" : "label.body"), body && (isMain ? body : beginningOf(body)));
  }
}

/** As much of a text as one of many news in a mail has room for, in characters: mail programs cut off what is too long. */
const roomInDigest = 400;

function beginningOf(text: string): string {
  const characters = [...text];
  return characters.length <= roomInDigest ? text : `${characters.slice(0, roomInDigest - 1).join("")}…`;
}

type Tracked = Parameters<MailLinks["track"]>[0];

function trackingLink({ words, links }: MailSurroundings, item: Tracked): MailBlock {
  return mainLink(words("link.track"), links.track(item), words("link.trackNote"));
}

/** Where something else is to be opened first. */
function trackingLinkToo({ words, links }: MailSurroundings, item: Tracked): MailBlock {
  return otherLink(words("link.track"), links.track(item), words("link.trackNote"));
}

function quoteIfAny(label: string, text: string | null): MailBlock[] {
  return text ? [quote(label, text)] : [];
}

function whatToDo({ words }: MailSurroundings): MailBlock {
  return {
    kind: "steps",
    title: words("assigned.todo"),
    steps: [words("assigned.step1"), words("assigned.step2"), words("assigned.step3")],
  };
}

/** Where the desk answers, and whom it can call; in a gateway that kills links the address can still be typed. */
function whereToAnswer(around: MailSurroundings, answerLinkId: string): MailBlock[] {
  const { words, links, officePhone, takesReplies } = around;
  return [
    mainLink(words("link.answer"), links.answer(answerLinkId), words("link.answerNote")),
    said(around, words("assigned.call", { phone: officePhone }), ...(takesReplies ? [words("assigned.canReply")] : [])),
    ...(takesReplies ? [said(around, words("assigned.canCommand"))] : []),
  ];
}

/** How far a due date is away, in business days. */
function daysWords(daysLeft: number, words: MailWords): string {
  if (daysLeft === 0) return words("days.today");
  return words(daysLeft > 0 ? "days.left" : "days.late", { n: String(Math.abs(daysLeft)) });
}

function coded(group: "review" | "costSharing" | "channel", code: string, words: MailWords): string {
  return hasMailWord(group, code) ? words(`${group}.${code}` as MailWordKey) : code;
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
    city: words("signature.city"),
    from,
    lines: [words("signature.phone", { phone }), words("signature.hours", { hours })],
    site: { label: words("signature.site"), url: links.home() },
    note: takesReplies ? null : words("signature.sendOnly"),
  };
}
