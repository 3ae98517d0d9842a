import { parse as readDisposition } from "content-disposition";
import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { fiscalYear, isoDate } from "#app/domain/shared/japanese-date.ts";
import { databaseUrl, db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase, withClient } from "#tests/support/database.ts";
import ja from "../../locales/ja/mailLog.json" with { type: "json" };
import { loadProposals } from "../bench/load-proposals.ts";
import { startVisitors, type Visitors } from "./visitors.ts";

const fileName = (header: string | undefined) => readDisposition(header ?? "").parameters.filename;

describe("lists that are taken away", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  const today = () => isoDate(new Date());
  const moderator = () => visitors.sessionOf("moderator");
  /** Reading a long file keeps this process busy, and with it the site, which then turns people away for a moment. */
  const rested = () =>
    expect.poll(async () => (await visitors.ask(paths.home())).status, { timeout: 30_000 }).toBe(200);
  const lastEntry = () => db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });

  it("from the queue, by buttons that carry the filters that are set", async () => {
    const { body } = await visitors.ask(`${paths.desk()}?view=all&review=PENDING`, { headers: moderator() });
    const form = body.slice(body.indexOf(`action="${paths.deskExportQueue()}"`));
    expect(form).toContain('name="view" value="all"');
    expect(form).toContain('name="review" value="PENDING"');
    expect(form).toMatch(/name="format" value="csv"/);
    expect(form).toMatch(/name="format" value="xlsx"/);

    expect(form).toMatch(/<input type="radio"[^>]* name="profile"[^>]* value="public"/);

    const fields = { view: "all", review: "PENDING", profile: "internal", format: "csv" };
    const answer = await visitors.post(paths.deskExportQueue(), fields, moderator());
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-disposition"]).toContain(`filename=queue-internal-${today()}.csv`);
    expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_受付一覧_庁内用_${today()}.csv`);
    const [head, ...rows] = parse(answer.bytes, { bom: true }) as string[][];
    expect(head?.[0]).toBe("受付番号");
    expect(rows.map(([number]) => number)).toContain(visitors.city.pending.number);
    expect(rows.map(([number]) => number)).not.toContain(visitors.city.published.number);
    expect((await lastEntry()).detail).toEqual({
      format: "csv",
      profile: "internal",
      rows: rows.length,
      filter: { view: "all", review: "PENDING" },
    });
  });

  it("from the queue as a workbook that another program opens", async () => {
    const answer = await visitors.post(paths.deskExportQueue(), { view: "all", format: "xlsx" }, moderator());
    expect(answer.headers["content-type"]).toContain("spreadsheetml.sheet");
    expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_受付一覧_庁内用_${today()}.xlsx`);
    const [sheet] = await readXlsxFile(answer.bytes);
    expect(sheet?.sheet).toBe("受付一覧_庁内用");
    expect(sheet?.data[0]?.[0]).toBe("受付番号");
    expect((await lastEntry()).detail).toMatchObject({ rows: (sheet?.data.length ?? 0) - 1 });
  });

  it.each(["csv", "xlsx"] as const)(
    "from the queue for the public as %s, with the columns of the open data",
    async (format) => {
      const openData = parse((await visitors.ask(paths.proposalsCsv())).bytes, { bom: true }) as string[][];
      const fields = { view: "all", profile: "public", format };
      const answer = await visitors.post(paths.deskExportQueue(), fields, moderator());
      expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_公表用一覧_${today()}.${format}`);
      const [head, ...rows] =
        format === "csv"
          ? (parse(answer.bytes, { bom: true }) as string[][])
          : ((await readXlsxFile(answer.bytes))[0]?.data ?? []);
      expect(head).toEqual(openData[0]);
      const { number } = visitors.city.published;
      if (format === "csv")
        expect(rows.find(([first]) => first === number)).toEqual(openData.find(([first]) => first === number));
      expect(rows.map(([first]) => first)).toContain(number);
      expect(rows.map(([first]) => first)).not.toContain(visitors.city.pending.number);
      expect((await lastEntry()).detail).toEqual({
        format,
        profile: "public",
        rows: rows.length,
        filter: { view: "all" },
      });
    },
  );

  it("from the audit log with its filter, codes and place in the chain", async () => {
    const page = await visitors.ask(`${paths.deskAudit("action=export-queue")}`, { headers: moderator() });
    expect(page.body.slice(page.body.indexOf(`action="${paths.deskExportAudit()}"`))).toContain(
      'name="action" value="export-queue"',
    );
    const answer = await visitors.post(paths.deskExportAudit(), { action: "export-queue", format: "csv" }, moderator());
    expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_操作の記録_${today()}.csv`);
    const rows = parse(answer.bytes, { bom: true, from: 2 }) as string[][];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toContain("受付一覧を書き出し");
      expect(row).toContain("export-queue");
      expect(row.at(-1)).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("from the decisions, as the list that is open", async () => {
    const answer = await visitors.post(paths.deskExportRuns(), { list: "all", format: "csv" }, moderator());
    expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_決定の予定と結果_${today()}.csv`);
    const [head, ...rows] = parse(answer.bytes, { bom: true }) as string[][];
    expect(head).toHaveLength(8);
    expect(await lastEntry()).toMatchObject({
      action: "export-runs",
      detail: { format: "csv", rows: rows.length, filter: { list: "all" } },
    });
  });

  it("from the mail log with its filter, without what the mails say", async () => {
    const { template } = await db().mail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    const page = await visitors.ask(`${paths.deskMails()}?template=${template}`, { headers: moderator() });
    expect(page.body.slice(page.body.indexOf(`action="${paths.deskExportMails()}"`))).toContain(
      `name="template" value="${template}"`,
    );
    const answer = await visitors.post(paths.deskExportMails(), { template, format: "csv" }, moderator());
    expect(fileName(answer.headers["content-disposition"])).toBe(`創革ひろば_メールの記録_${today()}.csv`);
    const [head, ...rows] = parse(answer.bytes, { bom: true }) as string[][];
    expect(head).toHaveLength(9);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row[1]).toBe(ja.template[template as keyof typeof ja.template]);
    expect(await lastEntry()).toMatchObject({
      action: "export-mails",
      detail: { format: "csv", rows: rows.length, filter: { template } },
    });
    const wrong = await visitors.post(paths.deskExportMails(), { number: "0042", format: "xlsx" }, moderator());
    expect(wrong.status).toBe(404);
    const book = await visitors.post(paths.deskExportMails(), { state: "SENT", format: "xlsx" }, moderator());
    expect((await readXlsxFile(book.bytes))[0]?.sheet).toBe("メールの記録");
  });

  it("as open data in the language of the page that links to it", async () => {
    for (const [locale, heading, name] of [
      ["ja", "受付番号", "公開された提案"],
      ["easy", "受付番号", "みんなの意見"],
      ["en", "Receipt number", "Published proposals"],
    ] as const) {
      const address = localizedPath(locale, paths.proposalsCsv());
      expect((await visitors.ask(localizedPath(locale, paths.proposals()))).body).toContain(`href="${address}"`);
      const answer = await visitors.ask(address);
      expect(answer.status).toBe(200);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(answer.headers["content-disposition"]).toContain(`filename=proposals-${today()}.csv`);
      expect(fileName(answer.headers["content-disposition"])).toContain(name);
      const [head, ...rows] = parse(answer.bytes, { bom: true }) as string[][];
      expect(head?.[0]).toBe(heading);
      const { number } = visitors.city.published;
      const published = rows.find(([first]) => first === number);
      expect(published?.at(-1)).toBe(`${env().BASE_URL}${localizedPath(locale, paths.proposal(number))}`);
    }
  });

  it("as figures of the city's work, linked from the page that explains them", async () => {
    await refreshFigures(new Date());
    for (const [locale, site, name, all, title] of [
      ["ja", "創革ひろば", "運営状況", "全体", "ひろばの運営状況"],
      ["easy", "創革ひろば", "市の仕事のようす", "全部", "市の仕事のようす"],
      ["en", "Sokaku Hiroba", "Our work in figures", "All", "Our work in figures"],
    ] as const) {
      const address = localizedPath(locale, paths.transparencyCsv());
      const page = await visitors.ask(`${localizedPath(locale, paths.transparency())}?period=3m`);
      expect(page.body).toContain(`href="${address}"`);
      expect(page.body).toContain(`<title>${title} | ${site}</title>`);
      const answer = await visitors.ask(address);
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
      expect(fileName(answer.headers["content-disposition"])).toBe(`${site}_${name}_${today()}.csv`);
      const [head, ...rows] = parse(answer.bytes, { bom: true }) as string[][];
      expect(head).toHaveLength(10);
      // this city received five things this fiscal year, and one answer is too few to give its days
      const year = fiscalYear(today()).western;
      const ofYear = rows.filter(([period, from, to, by]) => period && from === `${year}-04` && to && by === all);
      expect(ofYear[0]?.slice(6)).toEqual(["4", "", "", ""]);
      expect(ofYear.find((row) => row[9] !== "" && row[6] === "1")?.slice(7, 9)).toEqual(["", ""]);
    }
  });

  it("as open data only under the addresses there are, and not without end for one visitor", async () => {
    for (const address of ["/ja/proposals.csv", "/fr/proposals.csv", "/EN/proposals.csv", "/ja/transparency.csv"]) {
      expect((await visitors.ask(address)).status).toBe(404);
    }
    const asked = () => visitors.ask(paths.proposalsCsv(), { headers: { "x-forwarded-for": "192.0.2.7" } });
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push((await asked()).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  it("answers HEAD without making the file", async () => {
    const { status, headers, bytes } = await visitors.ask(paths.proposalsCsv(), { method: "HEAD" });
    expect({ status, type: headers["content-type"], length: bytes.length }).toEqual({
      status: 200,
      type: "text/csv; charset=utf-8",
      length: 0,
    });
  });

  it("whole and in the rhythm of who takes them, 20,000 rows long", async () => {
    await withClient(databaseUrl(), (client) => loadProposals(client, 20_010));
    const { bytes } = await visitors.ask(paths.proposalsCsv());
    expect((parse(bytes, { bom: true, from: 2 }) as string[][]).length).toBeGreaterThanOrEqual(20_000);
    await rested();
    const answer = await visitors.post(paths.deskExportQueue(), { view: "all", format: "xlsx" }, moderator());
    expect((await readXlsxFile(answer.bytes))[0]?.data.length).toBeGreaterThan(20_000);
    await rested();
    const compressed = await visitors.ask(paths.proposalsCsv(), { headers: { "accept-encoding": "gzip" } });
    expect(compressed.headers["content-encoding"]).toBe("gzip");
    expect(compressed.headers["transfer-encoding"]).toBe("chunked");

    // somebody who goes away in the middle takes nobody else's turn
    for (let n = 0; n < 20; n += 1) {
      const stopped = new AbortController();
      const { body } = await fetch(visitors.url + paths.proposalsCsv(), {
        headers: { "x-forwarded-for": `192.0.2.${100 + n}` },
        signal: stopped.signal,
      });
      expect((await body?.getReader().read())?.value?.length).toBeGreaterThan(0);
      stopped.abort();
    }
    expect((await visitors.ask(paths.home())).status).toBe(200);
  }, 120_000);
});
