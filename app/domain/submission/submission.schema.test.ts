import { describe, expect, it } from "vitest";
import { fieldLimits } from "./form-fields.ts";
import { ideaSchema, inquirySchema, partnershipSchema } from "./submission.schema.ts";

const problems = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]));

const idea = { title: "題名", body: "本文", consent: "on" };
const partnership = {
  ...idea,
  organizationName: "例示交通株式会社",
  corporateNumber: "2120901007402",
  contactPerson: "企画担当",
  phone: "0144-32-6169",
  cooperation: "車両",
  request: "停留所",
  costSharing: "NONE",
};

describe("the idea form", () => {
  it("needs a title, a text and the consent, and nothing else", () => {
    expect(problems(ideaSchema.safeParse({}))).toEqual({ title: "required", body: "required", consent: "consent" });
    expect(ideaSchema.parse(idea)).toEqual({
      title: "題名",
      body: "本文",
      expectedEffect: null,
      area: null,
      displayName: null,
      questionId: null,
      name: null,
      email: null,
      phone: null,
      consent: true,
    });
  });

  it("takes what nobody can see for none", () => {
    for (const nothing of [
      "\u200b\u200b\u2060",
      "\u3164\u115f",
      "\u2800 \u2800",
      "\u202e\u2066",
      "\u{e0041}",
      "\ufe0f",
    ]) {
      const read = ideaSchema.safeParse({ ...idea, title: nothing, body: `${nothing}\n${nothing}` });
      expect(problems(read)).toEqual({ title: "required", body: "required" });
      expect(ideaSchema.parse({ ...idea, displayName: nothing })).toMatchObject({ displayName: null });
    }
    const seen = "👨\u200d👩\u200d👧 אב\u200f 葛\u{e0100}";
    expect(ideaSchema.parse({ ...idea, title: seen })).toMatchObject({ title: seen });
  });

  it("takes blank text for none", () => {
    expect(problems(ideaSchema.safeParse({ ...idea, title: " 　\t", body: "\r\n\r\n" }))).toEqual({
      title: "required",
      body: "required",
    });
    expect(ideaSchema.parse({ ...idea, displayName: "　", area: "" })).toMatchObject({ displayName: null, area: null });
  });

  it("keeps what was typed, with line ends as LF", () => {
    const typed = { ...idea, title: " ㈱髙﨑①か\u3099 ", body: "一行目\r\n  二行目\r\n" };
    expect(ideaSchema.parse(typed)).toMatchObject({ title: "㈱髙﨑①か\u3099", body: "一行目\n  二行目" });
  });

  it("counts characters as a reader does", () => {
    const family = "👨‍👩‍👧";
    expect(ideaSchema.safeParse({ ...idea, title: family.repeat(fieldLimits.title) }).success).toBe(true);
    expect(problems(ideaSchema.safeParse({ ...idea, title: "あ".repeat(fieldLimits.title + 1) }))).toEqual({
      title: "tooLong",
    });
    expect(problems(ideaSchema.safeParse({ ...idea, body: "𠮷".repeat(fieldLimits.body + 1) }))).toEqual({
      body: "tooLong",
    });
  });

  it("accepts full-width characters in address and telephone, and refuses what is neither", () => {
    expect(
      ideaSchema.parse({ ...idea, email: "ａ.ｂ＠Ｅｘａｍｐｌｅ.com", phone: "０１４４（３２）６１６９" }),
    ).toMatchObject({
      email: "a.b@example.com",
      phone: "0144-32-6169",
    });
    expect(problems(ideaSchema.safeParse({ ...idea, email: "a@b", phone: "12" }))).toEqual({
      email: "email",
      phone: "phone",
    });
  });

  it("refuses an individual number in any text, public or not", () => {
    const number = "マイナンバーは１２３４−５６７８−９０１８です";
    for (const field of ["title", "body", "expectedEffect", "area", "displayName", "name"]) {
      expect([field, problems(ideaSchema.safeParse({ ...idea, [field]: number }))]).toEqual([
        field,
        { [field]: "individualNumber" },
      ]);
    }
  });

  it("does not fall over values that no form sends", () => {
    for (const odd of [[], ["a", "b"], {}, 1, null, true]) {
      expect(ideaSchema.safeParse({ ...idea, title: odd }).success).toBe(false);
      expect(ideaSchema.safeParse({ ...idea, email: odd }).success).toBe(false);
    }
    expect(problems(ideaSchema.safeParse({ ...idea, questionId: "1' OR 1=1" }))).toEqual({ questionId: "choose" });
  });
});

describe("the partnership form", () => {
  it("takes a corporate number with its check digit, or the word that there is none", () => {
    const read = (corporateNumber: string) => partnershipSchema.safeParse({ ...partnership, corporateNumber });
    expect(read("２１２０９０１００７４０２").data?.corporateNumber).toBe("2120901007402");
    expect(read("none").data?.corporateNumber).toBeNull();
    expect(read("なし").data?.corporateNumber).toBeNull();
    expect(problems(read("3120901007402"))).toEqual({ corporateNumber: "corporateNumberCheckDigit" });
    expect(problems(read("212090100740"))).toEqual({ corporateNumber: "corporateNumberLength" });
    expect(problems(read(""))).toEqual({ corporateNumber: "corporateNumberMissing" });
  });

  it("needs one way to reach the contact person, and says so together with everything else", () => {
    expect(problems(partnershipSchema.safeParse({ ...partnership, phone: "", title: "" }))).toEqual({
      title: "required",
      email: "emailOrPhone",
    });
    expect(partnershipSchema.safeParse({ ...partnership, phone: "", email: "a@example.com" }).success).toBe(true);
    expect(problems(partnershipSchema.safeParse({ ...partnership, phone: "", email: "a@" }))).toEqual({
      email: "email",
    });
  });

  it("refuses an unknown cost sharing", () => {
    expect(problems(partnershipSchema.safeParse({ ...partnership, costSharing: "ALL" }))).toEqual({
      costSharing: "choose",
    });
  });
});

describe("the inquiry form", () => {
  it("needs a subject, a text and the consent", () => {
    expect(problems(inquirySchema.safeParse({}))).toEqual({ title: "required", body: "required", consent: "consent" });
  });
});
