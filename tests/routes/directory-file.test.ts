import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { signIn } from "#app/domain/staff/commands/sign-in.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk } from "#tests/support/factories/review-rows.ts";
import { goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { hiddenField } from "#tests/support/visitor.ts";

useDatabase();

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function administrator() {
  const { id, email } = await makeAccount({ role: "ADMIN", deskIds: [] });
  await db().staffAccount.update({ where: { id }, data: { secondFactorPutOffAt: new Date() } });
  const session = await signIn(as(anonymous, new Date()), {
    email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  return async (path: string, fields: Record<string, string>, file?: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file !== undefined) form.set("file", new File([file], "名簿.csv", { type: "text/csv" }));
    const sent = new Response(form);
    return site.ask(path, {
      method: "POST",
      headers: {
        "content-type": sent.headers.get("content-type") ?? "",
        "sec-fetch-site": "same-origin",
        cookie: `desk=${session.token}`,
      },
      body: await sent.text(),
    });
  };
}

const plain = (html: string) => html.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

describe("the directory as a file, without JavaScript", () => {
  it("is taken away, changed, shown, confirmed, and leads to what is to be handed over", async () => {
    const post = await administrator();
    const office = await makeDesk({ name: "総合" });
    await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
    const old = await makeDesk({ name: "旧担当" });
    const path = paths.deskDirectoryImport();

    const exported = await post(paths.deskExportDirectory(), { format: "csv" });
    expect(exported.headers["content-disposition"]).toContain("directory-");
    const same = await post(path, { act: "read" }, exported.body);
    expect(same.status).toBe(200);
    expect(same.body).toContain("変わるところはありません。");

    const changed = exported.body.replace(
      new RegExp(`,${old.slug},旧担当,(.*),,,,1\r\n`),
      `,${old.slug},旧担当,$1,,2027/3/31,${office.slug},1\r\n`,
    );
    expect(changed).not.toBe(exported.body);
    const shown = await post(path, { act: "read" }, changed);
    expect(shown.status).toBe(200);
    expect(shown.body).toContain("終わる担当(1)");
    expect(shown.body).toContain("2027-03-31");
    expect(await db().desk.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ version: 1 });

    const confirmed = {
      act: "import",
      stamp: hiddenField(shown.body, "stamp"),
      text: plain(hiddenField(shown.body, "text")),
    };
    await db().desk.update({ where: { id: office.id }, data: { version: 2 } });
    const stale = await post(path, confirmed);
    expect(stale.status).toBe(409);
    expect(stale.body).toContain("確かめた後で名簿が変わったので、書き込んでいません。");
    expect(stale.body).toContain("終わる担当(1)");

    const done = await post(path, { ...confirmed, stamp: hiddenField(stale.body, "stamp") });
    expect(done).toMatchObject({ status: 303, headers: { location: `${path}?done=directoryImported` } });
    const desk = await db().desk.findUniqueOrThrow({ where: { id: old.id } });
    expect(desk).toMatchObject({ successorId: office.id, validUntil: new Date("2027-03-31") });
    const after = await post(path, { act: "read" }, "");
    expect(after.status).toBe(400);
    expect(after.body).toContain(`href="${paths.deskHandOver(old.id)}"`);
  });

  it("says by row and column what is wrong, and offers nothing to confirm", async () => {
    const post = await administrator();
    await makeDesk({ name: "担当" });
    const exported = await post(paths.deskExportDirectory(), { format: "csv" });
    const answer = await post(
      paths.deskDirectoryImport(),
      { act: "read" },
      exported.body.replace("0144-32-6169", "でんわ"),
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("2行目");
    expect(answer.body).toContain("電話");
    expect(answer.body).not.toContain('name="stamp"');
    const none = await post(paths.deskDirectoryImport(), { act: "read" });
    expect(none.status).toBe(400);
  });
});
