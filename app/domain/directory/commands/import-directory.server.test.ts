import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { mailboxState } from "../directory.ts";
import { type FileCells, type FileRow, fileCells } from "../directory-file.ts";
import { loadPresentDirectory } from "../load-present-directory.server.ts";
import { listEndingDesks } from "../queries/list-ending-desks.server.ts";
import { previewDirectoryImport } from "../queries/preview-directory-import.server.ts";
import { importDirectory } from "./import-directory.server.ts";
import { saveDesk } from "./save-desk.server.ts";

useDatabase();

const administrator = as(staff("ADMIN"));

/** The file as it would be exported now, with the changes of some of its desks, by address. */
async function file(changes: Record<string, Partial<FileCells>> = {}, ...more: FileCells[]): Promise<FileRow[]> {
  const { desks } = await loadPresentDirectory(db());
  const rows = desks.map((desk) => ({ ...fileCells(desk), ...changes[desk.slug] }));
  return [...rows, ...more].map((cells, at) => ({ line: at + 2, cells }));
}

const preview = (rows: FileRow[]) => previewDirectoryImport(administrator.actor, rows, administrator.now);

async function write(rows: FileRow[]) {
  await importDirectory(administrator, { rows, stamp: (await preview(rows)).stamp });
}

async function city() {
  const office = await makeDesk({ name: "総合" });
  await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
  const old = await makeDesk({ name: "旧担当" });
  return { office, old };
}

const newDesk = (cells: FileCells, more: Partial<FileCells>): FileCells => ({
  ...cells,
  slug: "shin",
  "name.ja": "新しい担当",
  mailbox: "shin@tomakomai.example",
  successor: "",
  ...more,
});

const everything = async () => JSON.stringify([await loadPresentDirectory(db()), await db().mail.count()]);

describe("the directory as a file", () => {
  it("changes nothing when it is read back as it was written", async () => {
    const { office, old } = await city();
    await db().desk.update({
      where: { id: old.id },
      data: {
        validFrom: new Date("2020-04-01"),
        validUntil: new Date("2027-03-31"),
        successorId: office.id,
        mailbox: null,
        hours: { ...words("平日"), ja: "平日\n8時45分から" },
      },
    });
    const { problems, plan } = await preview(await file());
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({ departments: [], sections: [], missing: [] });
    expect(plan?.desks.map(({ changes, ends }) => ({ changes, ends }))).toEqual([
      { changes: [], ends: false },
      { changes: [], ends: false },
    ]);
    await expect(write(await file())).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });

  it("shows field by field what would change, and writes nothing before it is confirmed", async () => {
    const { office, old } = await city();
    const [first] = await file();
    const rows = await file(
      {
        [old.slug]: { validUntil: "2027/3/31", successor: "shin", mailbox: "kyu@tomakomai.example" },
        [office.slug]: { phone: "0144-32-0000" },
      },
      newDesk(first?.cells as FileCells, { sectionKey: "shin-ka", "sectionName.ja": "新しい課", validFrom: "R9.4.1" }),
    );
    const before = await everything();
    const { plan } = await preview(rows);
    expect(await everything()).toBe(before);
    const of = (slug: string) => plan?.desks.find(({ after }) => after.slug === slug);
    expect(of(office.slug)?.changes).toEqual([{ column: "phone", before: "0144-32-6169", after: "0144-32-0000" }]);
    expect(of(old.slug)).toMatchObject({
      ends: true,
      changes: [
        { column: "mailbox", before: `${old.slug}@tomakomai.example`, after: "kyu@tomakomai.example" },
        { column: "validUntil", before: "", after: "2027-03-31" },
        { column: "successor", before: "", after: "shin" },
      ],
    });
    expect(of("shin")).toMatchObject({ before: null, after: { validFrom: "2027-04-01" } });
    expect(plan?.sections).toMatchObject([{ key: "shin-ka", before: null }]);
  });

  it("is written in one step, through the commands of the desks, with their history", async () => {
    const { old } = await city();
    const [first] = await file();
    const rows = await file(
      { [old.slug]: { validUntil: "2027-03-31", successor: "shin", mailbox: "kyu@tomakomai.example" } },
      newDesk(first?.cells as FileCells, { sectionKey: "shin-ka", "sectionName.ja": "新しい課", isActive: "0" }),
    );
    await write(rows);
    const written = await db().desk.findUniqueOrThrow({ where: { slug: "shin" }, include: { section: true } });
    expect(written).toMatchObject({ isActive: false, section: { key: "shin-ka" } });
    const changed = await db().desk.findUniqueOrThrow({ where: { id: old.id } });
    expect(changed).toMatchObject({ successorId: written.id, validUntil: new Date("2027-03-31"), version: 2 });
    expect(mailboxState(changed)).toBe("unverified");
    expect((await db().mail.findMany()).map(({ recipient }) => recipient).toSorted()).toEqual([
      "kyu@tomakomai.example",
      "shin@tomakomai.example",
    ]);
    expect(await auditedActions()).toEqual([
      "save-section",
      "save-desk",
      "set-desk-active",
      "save-desk",
      "import-directory",
    ]);
    const entry = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry.detail).toEqual({ added: ["shin"], changed: [old.slug], ended: [old.slug] });
    expect(await listEndingDesks(administrator.actor, "ja")).toMatchObject([
      { id: old.id, successor: "新しい担当", validUntil: "2027-03-31", openItems: 0 },
    ]);
    expect((await preview(await file())).plan?.desks.every(({ changes }) => changes.length === 0)).toBe(true);
  });

  it("leaves alone what it does not name, and says so", async () => {
    const { office, old } = await city();
    const rows = (await file({ [old.slug]: { phone: "0144-32-0000" } })).filter(({ cells }) => cells.slug === old.slug);
    expect((await preview(rows)).plan?.missing.map(({ slug }) => slug)).toEqual([office.slug]);
    await write(rows);
    expect(await db().desk.findUniqueOrThrow({ where: { id: office.id } })).toMatchObject({
      version: 1,
      isActive: true,
    });
  });

  it("happens once where the button is pressed three times at once", async () => {
    await city();
    const [first] = await file();
    const more = { departmentKey: "new-department", sectionKey: "new-section" };
    const rows = await file({}, newDesk((first as FileRow).cells, more));
    const { stamp } = await preview(rows);
    const pressed = await Promise.allSettled([1, 2, 3].map(() => importDirectory(administrator, { rows, stamp })));
    const refused = pressed.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ messageKey: "directoryChanged" }, { messageKey: "directoryChanged" }]);
    expect(await db().mail.count({ where: { template: "mailbox-test" } })).toBe(1);
  });

  it("turns a succession round", async () => {
    const { old } = await city();
    const other = await makeDesk();
    await db().desk.update({ where: { id: old.id }, data: { successorId: other.id } });
    await write(await file({ [old.slug]: { successor: "" }, [other.slug]: { successor: old.slug } }));
    expect(await db().desk.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({ successorId: old.id });
  });

  it("turns a succession round also where a desk between is not in the file", async () => {
    const { old } = await city();
    const [next, between] = [await makeDesk(), await makeDesk()];
    await db().desk.update({ where: { id: old.id }, data: { successorId: next.id } });
    await db().desk.update({ where: { id: between.id }, data: { successorId: old.id } });
    const rows = await file({ [old.slug]: { successor: "" }, [next.slug]: { successor: between.slug } });
    const rowOf = (slug: string) => rows.filter(({ cells }) => cells.slug === slug);
    await write([...rowOf(next.slug), ...rowOf(old.slug)]);
    expect(await db().desk.findUniqueOrThrow({ where: { id: next.id } })).toMatchObject({ successorId: between.id });
    expect(await db().desk.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ successorId: null });
  });

  it("is refused when the directory is not what the dry run showed, and writes nothing of it", async () => {
    const { office, old } = await city();
    const rows = await file({ [old.slug]: { phone: "0144-32-0000" } });
    const { stamp } = await preview(rows);
    const { name, duty, hours, sectionId } = office as unknown as Parameters<typeof saveDesk>[2];
    const input = { name, duty, hours, sectionId, phone: "0144-32-1111", mailbox: null, position: 1 };
    const always = { validFrom: null, validUntil: null, successorId: null };
    await saveDesk(administrator, { id: office.id, version: 1 }, { ...input, ...always });
    const before = await everything();
    const confirm = (at: string, what = rows) => importDirectory(administrator, { rows: what, stamp: at });
    await expect(confirm(stamp)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "directoryChanged" });
    const other = await file({ [old.slug]: { phone: "0144-32-9999" } });
    await expect(confirm((await preview(rows)).stamp, other)).rejects.toMatchObject({ messageKey: "directoryChanged" });
    expect(await everything()).toBe(before);
  });

  it("is for administrators", async () => {
    const rows = await file();
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(importDirectory(as(actor), { rows, stamp: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(previewDirectoryImport(actor, rows, administrator.now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("what is wrong with a file", () => {
  it.each<[string, Partial<FileCells>, string, string]>([
    ["an empty name", { "name.easy": " " }, "name.easy", "required"],
    ["a name that is too long", { "name.ja": "名".repeat(61) }, "name.ja", "tooLong"],
    ["a phone number without hyphens", { phone: "abc" }, "phone", "phone"],
    ["a mailbox that is none", { mailbox: "a@b" }, "mailbox", "email"],
    ["a day that does not exist", { validFrom: "2027-02-30" }, "validFrom", "date"],
    [
      "a last day before the first",
      { validFrom: "2027-04-01", validUntil: "2027-03-31" },
      "validUntil",
      "endBeforeStart",
    ],
    ["neither 1 nor 0", { isActive: "はい" }, "isActive", "oneOrZero"],
    ["a successor nobody knows", { successor: "nobody" }, "successor", "fileNoSuchDesk"],
    [
      "a department under two names",
      { departmentKey: "x", "departmentName.ja": "別の部" },
      "departmentName.ja",
      "fileDiffers",
    ],
  ])("%s, with its row and column", async (_name, cells, column, message) => {
    const { old } = await city();
    const rows = await file({ [old.slug]: cells });
    if (cells.departmentKey) for (const row of rows) row.cells.departmentKey = cells.departmentKey;
    const { problems, plan } = await preview(rows);
    expect(plan).toBeNull();
    expect(problems).toContainEqual({ line: 3, column, message });
    await expect(write(rows)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });

  it("what the directory does not allow", async () => {
    const { office, old } = await city();
    const { deskId } = await makeTheme(old.id);
    expect(deskId).toBe(old.id);
    const rows = await file({
      [office.slug]: { validUntil: "2030-03-31", successor: old.slug },
      [old.slug]: { isActive: "0", successor: office.slug },
    });
    expect((await preview(rows)).problems).toEqual([
      { line: 2, column: "successor", message: "successionRound" },
      { line: 2, column: "validUntil", message: "fallbackEnds" },
      { line: 3, column: "successor", message: "successionRound" },
      { line: 3, column: "isActive", message: "deskNamedByTheme" },
    ]);
  });

  it("a desk named twice, no desk at all, and more rows than a directory has", async () => {
    await city();
    const rows = await file();
    const [first] = rows;
    const cells = first?.cells as FileCells;
    expect((await preview([...rows, { line: 4, cells }])).problems).toContainEqual({
      line: 4,
      column: "slug",
      message: "fileTwice",
    });
    expect((await preview([])).problems).toMatchObject([{ message: "fileEmpty" }]);
    const many = Array.from({ length: 501 }, (_, at) => ({ line: at + 2, cells }));
    expect((await preview(many)).problems).toMatchObject([{ line: 502, message: "fileTooManyRows" }]);
  });
});
