import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailLinks } from "#app/domain/mail/mail-links.ts";
import { linkSecrets } from "#app/domain/mail/mail-secrets.server.ts";
import { storedMessage } from "#app/domain/mail/stored-message.ts";
import { renderMail } from "#app/domain/mail/templates/render-mail.ts";
import { queueViews } from "#app/domain/moderation/queue.ts";
import { proposalSorts } from "#app/domain/reading/proposal-list.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { handlingStates } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type MarkedCity, type MarkedItem, type Marker, makeMarkedCity } from "#tests/support/marked-city.ts";
import { type Answer, startSite, type TestSite } from "#tests/support/site.ts";

/** Every surface, one after the other: minutes on a busy machine. */
const patience = 120_000;

describe("what was sent", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let city: MarkedCity;
  let requests = 0;
  beforeAll(async () => {
    city = await makeMarkedCity();
    site = await startSite({ TRUSTED_PROXIES: ["127.0.0.1"] });
  }, patience);
  afterAll(() => site.close());

  function ask(path: string, cookie?: string): Promise<Answer> {
    requests += 1;
    const headers = { "x-forwarded-for": `10.0.${requests >> 8}.${requests & 255}`, ...(cookie && { cookie }) };
    return site.ask(path, { headers });
  }

  /** The page of a proposal names what was public and was merged into it, by number alone. */
  const isNamed = ({ name, state }: MarkedItem, address: string) =>
    state === "MERGED" && address.includes(city.itemNamed(name.replace("MERGED", "PUBLISHED")).number);
  const isPublic = (marker: Marker) => marker.audience === "public" && city.itemNamed(marker.item).isPublic;
  const named = ({ item, field }: Marker) => `${item}: ${field}`;
  const markersIn = (text: string) => city.markers.filter((marker) => text.includes(marker.text));

  /** What stands on a surface and must not, by name. */
  const leaks = (text: string, isAllowed: (marker: Marker) => boolean) =>
    markersIn(text)
      .filter((marker) => !isAllowed(marker))
      .map(named);

  const submissions = () => city.items.filter(({ type }) => type === "submission");
  const comments = () => city.items.filter(({ type }) => type === "comment");

  /** Every address of the public side that shows what people sent, for one language. */
  function publicAddresses(): string[] {
    const filters = [
      "",
      ...["idea", "partnership"].map((kind) => `kind=${kind}`),
      ...handlingStates.map((handling) => `handling=${handling.toLowerCase()}`),
      "outcome=not-ours",
      "theme=collaboration",
    ];
    const lists = filters.flatMap((filter) => proposalSorts.map((sort) => `?${filter}&sort=${sort}`));
    const inLanguages = [
      paths.home(),
      paths.themes(),
      paths.theme("collaboration"),
      paths.theme("service-evolution"),
      ...[paths.proposals(), paths.themeProposals("collaboration")].flatMap((path) => lists.map((list) => path + list)),
      ...submissions().flatMap(({ number }) => [
        paths.proposal(number),
        paths.newProposalComment(number),
        paths.reportProposal(number),
      ]),
      ...comments().flatMap(({ id, number }) => [
        paths.proposal(number),
        paths.reportComment(number),
        paths.newThemeComment("collaboration", { parent: id }),
        paths.newProposalComment(city.proposal.number, id),
      ]),
      paths.contact(),
      paths.contactDesk(city.desk.slug),
      paths.plan(),
      paths.track(),
      paths.proposalsCsv(),
    ];
    const everyLanguage = inLanguages.flatMap((path) => locales.map((locale) => localizedPath(locale, path)));
    return [...everyLanguage, "/sitemap.xml", "/robots.txt"];
  }

  it(
    "is on public pages only where it is public",
    async () => {
      const found = new Set<Marker>();
      for (const address of publicAddresses()) {
        const { status, body } = await ask(address);
        expect({ address, broken: status >= 500 }).toEqual({ address, broken: false });
        expect({ address, leaks: leaks(body, isPublic) }).toEqual({ address, leaks: [] });
        // an address may repeat the number it was asked with, and no other
        const shown = city.items.filter((item) => !item.isPublic && body.includes(item.number));
        expect({
          address,
          shown: shown.filter((item) => !address.includes(item.number) && !isNamed(item, address)),
        }).toEqual({
          address,
          shown: [],
        });
        for (const { trackingKey, receipt } of city.items) {
          expect(body).not.toContain(trackingKey);
          expect(body).not.toContain(receipt);
        }
        for (const marker of markersIn(body)) found.add(marker);
      }
      // so that none of the above is true of empty pages: everything public was there to be read somewhere
      const missing = city.markers.filter((marker) => isPublic(marker) && !found.has(marker)).map(named);
      expect(missing.filter((name) => !name.endsWith(": lateReason"))).toEqual([]);
    },
    patience,
  );

  it("is in the open data where it is public, with every field of the proposal and its answer", async () => {
    const { status, body } = await ask(paths.proposalsCsv());
    expect(status).toBe(200);
    expect(leaks(body, isPublic)).toEqual([]);
    expect(
      city.items
        .filter(({ number }) => body.includes(number))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      submissions()
        .filter((item) => item.isPublic)
        .map(({ name }) => name)
        .sort(),
    );
    const shown = markersIn(body).filter(({ item }) => item === city.proposal.name);
    expect(shown.map(({ field }) => field)).toEqual(expect.arrayContaining(["title", "body", "displayName"]));
  });

  it("is in a proposal's head only where it is public", async () => {
    for (const { number, isPublic: shown } of submissions()) {
      const { body } = await ask(paths.proposal(number));
      const head = body.slice(0, body.indexOf("</head>"));
      expect(
        markersIn(head)
          .map(({ field }) => field)
          .sort(),
      ).toEqual(shown ? ["body", "title"] : []);
    }
  });

  it(
    "is found only by words that are public",
    async () => {
      for (const marker of city.markers) {
        const { body } = await ask(paths.search(marker.text));
        const others = (other: Marker) => isPublic(other) || other.text === marker.text;
        expect({ query: named(marker), leaks: leaks(body, others) }).toEqual({ query: named(marker), leaks: [] });
        if (!isPublic(marker)) {
          const results = markersIn(body).filter((other) => other.text !== marker.text);
          expect({ query: named(marker), results: results.map(named) }).toEqual({ query: named(marker), results: [] });
        }
      }
      const title = city.markers.find(({ item, field }) => item === city.proposal.name && field === "title");
      expect((await ask(paths.search(title?.text))).body).toContain(paths.proposal(city.proposal.number));
    },
    patience,
  );

  it("is found by its receipt number only where it is public", async () => {
    for (const item of city.items) {
      const { body } = await ask(paths.search(item.number));
      const found = body.includes(`href="${paths.proposal(item.number)}"`);
      expect({ name: item.name, found }).toEqual({
        name: item.name,
        found: item.isPublic && item.type === "submission",
      });
    }
  });

  it("is in the columns that are searched only if it can become public", async () => {
    const rows = [
      ...(await db().submission.findMany({ select: { searchText: true, searchTokens: true } })),
      ...(await db().comment.findMany({ select: { searchText: true, searchTokens: true } })),
    ];
    const text = rows.map(({ searchText }) => searchText).join("\n");
    expect(leaks(text, ({ audience }) => audience === "public" || audience === "city" || audience === "staff")).toEqual(
      [],
    );
    const cityOnly = ["cooperation", "request", "note", "sendBackNote"];
    expect(markersIn(text).filter(({ field }) => cityOnly.includes(field))).toEqual([]);
  });

  describe("shows to the holder of a key", () => {
    const ofAuthor = ["public", "city", "confidential", "contact", "author"];
    const isOwn = (item: MarkedItem) => (marker: Marker) =>
      isPublic(marker) || (marker.item === item.name && ofAuthor.includes(marker.audience));

    it(
      "everything of their own and nothing of anybody else",
      async () => {
        for (const item of city.items) {
          for (const locale of locales) {
            const tracking = localizedPath(locale, paths.tracked(item.number, item.trackingKey));
            for (const address of ["", "/revise", "/withdraw", "/appeal"].map((page) => tracking + page)) {
              const { body } = await ask(address);
              expect({ address, name: item.name, leaks: leaks(body, isOwn(item)) }).toMatchObject({ leaks: [] });
            }
          }
          const { status, body } = await ask(paths.tracked(item.number, item.trackingKey));
          const own = markersIn(body).filter((marker) => marker.item === item.name);
          expect({ name: item.name, status, fields: own.map(({ field }) => field) }).toMatchObject({
            status: 200,
            fields: expect.arrayContaining([
              item.name === "COMMENT ON THEME RETURNED" ? "revised body" : titleOf(item),
            ]),
          });
          const receipt = await ask(paths.receipt(item.number, item.receipt));
          expect({ name: item.name, leaks: leaks(receipt.body, isOwn(item)) }).toMatchObject({ leaks: [] });
        }
      },
      patience,
    );

    it(
      "nothing of another item, also where its number is known",
      async () => {
        for (const item of city.items) {
          for (const other of city.items) {
            if (other === item) continue;
            const { status, body } = await ask(paths.tracked(item.number, other.trackingKey));
            expect({ item: item.name, other: other.name, status, leaks: leaks(body, () => false) }).toMatchObject({
              status: 404,
              leaks: [],
            });
          }
          const other = city.items.find((candidate) => candidate !== item) as MarkedItem;
          const { status, body } = await ask(paths.receipt(item.number, other.receipt));
          expect({ item: item.name, status, leaks: leaks(body, () => false) }).toMatchObject({
            status: 404,
            leaks: [],
          });
        }
      },
      patience,
    );
  });

  describe("shows on the desk", () => {
    const onDesk = ["public", "city", "confidential", "author", "desk", "staff"];
    const addressOf = ({ type, number }: MarkedItem) =>
      type === "submission" ? paths.deskSubmission(number) : paths.deskComment(number);
    /** The fields of what people sent that stand on its page once it is public. */
    const ofProposals = ["title", "body", "expectedEffect", "area", "displayName", "organizationName"];
    const ofText = [...ofProposals, "revised body"];
    const liesWithDesk = (item: MarkedItem) =>
      ["IDEA PUBLISHED", "IDEA REDACTED", "PARTNERSHIP PUBLISHED", "PARTNERSHIP DECLINED", "INQUIRY"].includes(
        item.name,
      );

    it.each(["administrator", "moderator", "officer", "viewer", "otherOfficer"] as const)(
      "to the %s each item as far as it is theirs, and no contact data unasked",
      async (who) => {
        const { cookie } = city.people[who];
        for (const item of city.items) {
          const isTheirs = who === "otherOfficer" ? false : who === "officer" ? liesWithDesk(item) : true;
          const { status, body } = await ask(addressOf(item), cookie);
          expect({ name: item.name, status }).toEqual({ name: item.name, status: isTheirs ? 200 : 404 });
          const audiences = who === "viewer" ? onDesk.filter((audience) => audience !== "confidential") : onDesk;
          const decides = who === "administrator" || who === "moderator";
          const isAllowed = (marker: Marker) =>
            isTheirs && (audiences.includes(marker.audience) || (marker.audience === "moderators" && decides));
          expect({ name: item.name, leaks: leaks(body, isAllowed) }).toEqual({ name: item.name, leaks: [] });
          if (isTheirs && item.name.startsWith("PARTNERSHIP")) {
            const read = markersIn(body).some(({ audience }) => audience === "confidential");
            expect({ name: item.name, read }).toEqual({ name: item.name, read: who !== "viewer" });
          }
        }
      },
      patience,
    );

    it.each(["administrator", "moderator", "officer", "viewer", "otherOfficer"] as const)(
      "to the %s neither contact data nor confidential words in any list, nor in the log",
      async (who) => {
        const { cookie } = city.people[who];
        const queue = queueViews.flatMap((view) =>
          ["IDEA", "PARTNERSHIP", "INQUIRY", "COMMENT"].map((kind) => `?view=${view}&kind=${kind}`),
        );
        const addresses = [
          paths.desk(),
          ...queue.map((query) => paths.desk() + query),
          paths.deskAudit(),
          paths.deskDirectory(),
        ];
        for (const address of addresses) {
          const { body } = await ask(address, cookie);
          const hidden = ["contact", "confidential"];
          expect({ address, leaks: leaks(body, ({ audience }) => !hidden.includes(audience)) }).toEqual({
            address,
            leaks: [],
          });
          if (who === "otherOfficer")
            expect({ address, leaks: leaks(body, () => false) }).toEqual({ address, leaks: [] });
        }
        const log = await ask(paths.deskAudit(), cookie);
        expect(leaks(log.body, () => false)).toEqual([]);
      },
      patience,
    );

    it.each(["administrator", "moderator", "officer", "viewer", "otherOfficer"] as const)(
      "to the %s neither contact data nor confidential words in what is taken away as a file",
      async (who) => {
        const { cookie } = city.people[who];
        const take = (path: string, fields: Record<string, string>) => {
          requests += 1;
          return site.post(path, fields, { "x-forwarded-for": `10.1.${requests >> 8}.${requests & 255}`, cookie });
        };
        const found = new Set<Marker>();
        for (const view of queueViews) {
          const { status, body } = await take(paths.deskExportQueue(), { view, profile: "internal", format: "csv" });
          expect({ view, status }).toEqual({ view, status: 200 });
          // the texts that become public, of what is theirs to see, in whatever state it is; of an inquiry what its author asked
          const isRead = ({ item, field, audience }: Marker) =>
            who !== "otherOfficer" &&
            (who !== "officer" || liesWithDesk(city.itemNamed(item))) &&
            (ofText.includes(field) || (audience === "city" && ["title", "body"].includes(field)));
          expect({ view, leaks: leaks(body, isRead) }).toEqual({ view, leaks: [] });
          for (const marker of markersIn(body)) found.add(marker);
        }
        // so that none of the above is true of empty files
        if (who !== "otherOfficer") {
          const fields = new Set([...found].map(({ field }) => field));
          const ofComments = who === "officer" ? [] : ["revised body"];
          expect([...fields].sort()).toEqual([...ofProposals, ...ofComments].sort());
        }
        const mails = await take(paths.deskExportMails(), { format: "csv" });
        expect(mails.status).toBe(who === "officer" || who === "otherOfficer" ? 403 : 200);
        // subjects hold no words of authors but titles, and addresses are veiled
        expect(leaks(mails.body, ({ audience, field }) => field === "title" && audience !== "sealed")).toEqual([]);
        const log = await take(paths.deskExportAudit(), { format: "csv" });
        expect(log.status).toBe(["administrator", "moderator"].includes(who) ? 200 : 403);
        expect(leaks(log.body, () => false)).toEqual([]);
      },
      patience,
    );

    it.each(["administrator", "moderator", "officer", "viewer", "otherOfficer"] as const)(
      "to the %s what everybody may read, and no more, in what is taken away for the public",
      async (who) => {
        const { cookie } = city.people[who];
        const found = new Set<Marker>();
        for (const view of queueViews) {
          requests += 1;
          const from = { "x-forwarded-for": `10.2.${requests >> 8}.${requests & 255}`, cookie };
          const fields = { view, profile: "public", format: "csv" };
          const { status, body } = await site.post(paths.deskExportQueue(), fields, from);
          expect({ view, status }).toEqual({ view, status: 200 });
          const isTheirs = (item: MarkedItem) =>
            who !== "otherOfficer" && (who !== "officer" || (item.type === "submission" && liesWithDesk(item)));
          const isRead = (marker: Marker) => isPublic(marker) && isTheirs(city.itemNamed(marker.item));
          expect({ view, leaks: leaks(body, isRead) }).toEqual({ view, leaks: [] });
          const shown = city.items.filter((item) => !item.isPublic && body.includes(item.number));
          expect({ view, shown: shown.map(({ name }) => name) }).toEqual({ view, shown: [] });
          for (const marker of markersIn(body)) found.add(marker);
        }
        // so that none of the above is true of empty files: everything published was in one of them
        if (who === "officer" || who === "otherOfficer") return;
        const missing = city.markers.filter((marker) => isPublic(marker) && !found.has(marker)).map(named);
        expect(missing.filter((name) => !name.endsWith(": lateReason"))).toEqual([]);
      },
      patience,
    );

    it("to those who decide alone whom they trust, by their own notes and not by an address", async () => {
      for (const who of ["administrator", "moderator", "officer", "viewer", "otherOfficer"] as const) {
        const { status, body } = await ask(paths.deskTrusted(), city.people[who].cookie);
        const decides = who === "administrator" || who === "moderator";
        expect({ who, status }).toEqual({ who, status: decides ? 200 : 403 });
        const shown = markersIn(body).map(named);
        expect({ who, shown }).toEqual({ who, shown: decides ? [`${city.proposal.name}: trustNote`] : [] });
      }
    });

    it(
      "to a viewer no contact data in the mail log either",
      async () => {
        const { cookie } = city.people.viewer;
        const mails = await db().mail.findMany({ select: { id: true } });
        expect(mails.length).toBeGreaterThan(20);
        for (const address of [paths.deskMails(), ...mails.map(({ id }) => paths.deskMail(id))]) {
          const { status, body } = await ask(address, cookie);
          expect(status).toBe(200);
          const hidden = ["contact", "confidential"];
          expect({ address, leaks: leaks(body, ({ audience }) => !hidden.includes(audience)) }).toEqual({
            address,
            leaks: [],
          });
        }
      },
      patience,
    );
  });

  describe("leaves by mail", () => {
    async function renderedMails() {
      // what was hidden or withdrawn before its mail left is cancelled, and never leaves
      const rows = await db().mail.findMany({ where: { state: { not: "CANCELLED" } }, orderBy: { createdAt: "asc" } });
      return rows.map((row) => {
        const { subject, text, html } = renderMail(storedMessage(row), row.locale, {
          links: mailLinks(env().BASE_URL, row.locale, linkSecrets),
          officePhone: row.officePhone,
          takesReplies: row.replyTo !== null,
        });
        return { row, words: [subject, text, html ?? "", row.subjectLine, JSON.stringify(row.params)].join("\n") };
      });
    }
    const itemOf = ({ submissionId, commentId }: { submissionId: string | null; commentId: string | null }) =>
      city.items.find(({ id }) => id === (commentId ?? submissionId));

    it("of every kind that there is about what people send", async () => {
      const templates = new Set(
        (await db().mail.findMany({ select: { template: true } })).map(({ template }) => template),
      );
      expect([...templates].sort()).toEqual(
        [
          "answered",
          "appeal-overturned",
          "appeal-received",
          "appeal-upheld",
          "asked",
          "assigned",
          "commented",
          "declined",
          "hidden",
          "inquiry-received",
          "joined",
          "merged",
          "published",
          "receipt",
        ].concat(["replied", "report-closed", "report-kept", "returned"]),
      );
    });

    it("to its author with what is theirs to read, and never what they wrote in confidence", async () => {
      for (const { row, words } of await renderedMails()) {
        if (row.recipientKind !== "PERSON") continue;
        // a mail about a new comment goes to the author of what it is on
        const item = itemOf(row.template === "commented" ? { ...row, commentId: null } : row);
        const address = city.markers.find(({ text }) => row.recipient.startsWith(`${text}@`));
        expect({ template: row.template, to: address?.item }).toEqual({ template: row.template, to: item?.name });
        const theirs = (marker: Marker) =>
          isPublic(marker) ||
          (marker.item === item?.name && ["public", "city", "author", "staff"].includes(marker.audience));
        expect({ template: row.template, item: item?.name, leaks: leaks(words, theirs) }).toMatchObject({ leaks: [] });
        const drafts = markersIn(words).filter(
          ({ field, audience }) => audience === "staff" && /note|answer|referral/i.test(field),
        );
        expect({ template: row.template, drafts: drafts.map(named) }).toEqual({ template: row.template, drafts: [] });
      }
    });

    it("to a desk with what it needs for the answer, and without how to reach the author", async () => {
      for (const { row, words } of await renderedMails()) {
        if (row.recipientKind !== "DESK") continue;
        const item = itemOf(row);
        expect(row.recipient).toBe(city.desk.mailbox);
        const theirs = ({ item: name, audience, field }: Marker) =>
          name === item?.name && (["public", "city", "author", "desk"].includes(audience) || field === "contactPerson");
        expect({ template: row.template, item: item?.name, leaks: leaks(words, theirs) }).toMatchObject({ leaks: [] });
        if (row.template === "assigned" && item?.name.startsWith("PARTNERSHIP")) {
          const fields = markersIn(words).map(({ field }) => field);
          expect(fields).toEqual(expect.arrayContaining(["title", "body", "cooperation", "request", "instruction"]));
        }
      }
    });

    it("with nobody's confidential words, whoever it is for", async () => {
      for (const { row, words } of await renderedMails()) {
        const read = markersIn(words).filter(({ audience }) => audience === "confidential");
        expect({ template: row.template, read: read.map(named) }).toEqual({ template: row.template, read: [] });
      }
    });
  });

  it("is kept nowhere as it was once a moderator hid it, except sealed", async () => {
    const sealed = city.markers.filter(({ audience }) => audience === "sealed");
    expect(sealed.map(named)).toEqual([
      "IDEA REDACTED: hidden in title",
      "IDEA REDACTED: hidden in body",
      "IDEA REDACTED: hidden name",
      "COMMENT REDACTED: displayName",
    ]);
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name
      FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')`;
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<{ text: string }[]>(
        `SELECT row_to_json(kept)::text AS text FROM ${name} kept`,
      );
      const kept = rows.map(({ text }) => text).join("\n");
      expect({ name, kept: sealed.filter(({ text }) => kept.includes(text)).map(named) }).toEqual({ name, kept: [] });
    }
    expect(await db().sealedOriginal.count()).toBeGreaterThanOrEqual(4);
  });

  it("is in the audit log as who did what, never as what was written", async () => {
    const entries = await db().auditEntry.findMany({ select: { actorLabel: true, detail: true, subjectNumber: true } });
    expect(entries.length).toBeGreaterThan(40);
    expect(leaks(JSON.stringify(entries), () => false)).toEqual([]);
  });
});

/** The field in which an item is recognised by a reader. */
const titleOf = ({ type }: MarkedItem) => (type === "submission" ? "title" : "body");
