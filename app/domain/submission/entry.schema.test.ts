import { describe, expect, it } from "vitest";
import { entrySchemas } from "./entry.schema.ts";

const arrival = { channel: "PAPER", arrivedOn: "2026-11-20", authorLocale: "ja", consent: "on" };
const idea = { ...arrival, title: "題", body: "本文です。" };
const company = {
  ...idea,
  organizationName: "例示交通株式会社",
  corporateNumber: "なし",
  contactPerson: "企画担当",
  phone: "0144-00-0000",
  cooperation: "車両を出します。",
  request: "場所を貸してください。",
  costSharing: "PARTIAL",
};
const schemas = entrySchemas("2026-11-24");
const problems = (kind: keyof typeof schemas, fields: object) =>
  Object.fromEntries(
    (schemas[kind].safeParse(fields).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

describe("what staff type in", () => {
  it("has the fields of each form and how it arrived", () => {
    expect(schemas.idea.parse(idea)).toMatchObject({ channel: "PAPER", arrivedOn: "2026-11-20", title: "題" });
    expect(schemas.partnership.parse(company)).toMatchObject({ channel: "PAPER", costSharing: "PARTIAL" });
    expect(schemas.inquiry.parse(idea)).toMatchObject({ authorLocale: "ja", title: "題" });
  });

  it("keeps every rule of the form its author would have filled in", () => {
    expect(problems("partnership", { ...company, phone: "" })).toEqual({ email: "emailOrPhone" });
    expect(problems("idea", { ...idea, body: "番号は 123456789018 です" })).toEqual({ body: "individualNumber" });
    expect(problems("idea", { ...idea, name: "123456789018" })).toEqual({ name: "individualNumber" });
    expect(problems("inquiry", { ...idea, consent: undefined })).toEqual({ consent: "consent" });
  });

  it("did not come through the site, and in a language we write", () => {
    expect(problems("idea", { ...idea, channel: "WEB" })).toEqual({ channel: "choose" });
    expect(problems("idea", { ...idea, channel: undefined, authorLocale: "fr" })).toEqual({
      channel: "choose",
      authorLocale: "choose",
    });
  });

  it.each([
    ["2026-11-24", undefined],
    ["２０２６-１１-２０", undefined],
    ["令和8年11月20日", undefined],
    ["2026-09-25", undefined],
    ["2026-09-24", "arrivedTooLongAgo"],
    ["2026-11-25", "arrivedInFuture"],
    ["2026-02-30", "date"],
    ["11月20日", "date"],
    ["", "required"],
  ])("arrived on %s: %s", (arrivedOn, problem) => {
    expect(problems("idea", { ...idea, arrivedOn })).toEqual(problem === undefined ? {} : { arrivedOn: problem });
  });
});
