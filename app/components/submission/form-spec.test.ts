import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { commentForm, commentRevisionForm } from "#app/components/comment/comment-form-spec.ts";
import { commentRevisionSchema, commentSchema } from "#app/domain/comment/comment.schema.ts";
import {
  ideaRevisionSchema,
  ideaSchema,
  inquirySchema,
  partnershipRevisionSchema,
  partnershipSchema,
} from "#app/domain/submission/submission.schema.ts";
import easyComment from "#locales/easy/comment.json" with { type: "json" };
import easySubmission from "#locales/easy/submission.json" with { type: "json" };
import enComment from "#locales/en/comment.json" with { type: "json" };
import enSubmission from "#locales/en/submission.json" with { type: "json" };
import jaComment from "#locales/ja/comment.json" with { type: "json" };
import jaSubmission from "#locales/ja/submission.json" with { type: "json" };
import {
  type FormSpec,
  fieldsOf,
  ideaForm,
  ideaRevisionForm,
  inquiryForm,
  partnershipForm,
  partnershipRevisionForm,
} from "./form-spec.ts";

/** Everything of a form that is stored outside the private tables, and may so become public. */
const published = new Set([
  "title",
  "body",
  "expectedEffect",
  "area",
  "displayName",
  "organizationName",
  "questionId",
  "stance",
]);

const proposalComment = commentForm({ takesStance: true, isReply: false });
const themeComment = commentForm({ takesStance: false, isReply: false });
const reply = commentForm({ takesStance: true, isReply: true });

const forms: [string, FormSpec, z.ZodObject, string[]][] = [
  ["idea", ideaForm, ideaSchema, ["consent"]],
  ["partnership", partnershipForm, partnershipSchema, ["consent"]],
  ["inquiry", inquiryForm, inquirySchema, ["consent"]],
  ["idea revision", ideaRevisionForm, ideaRevisionSchema, []],
  ["partnership revision", partnershipRevisionForm, partnershipRevisionSchema, []],
  ["comment on a proposal", proposalComment, commentSchema, ["consent", "name", "parent", "questionId"]],
  ["comment on a theme", themeComment, commentSchema, ["consent", "name", "parent", "stance"]],
  ["reply", reply, commentSchema, ["consent", "name", "parent", "stance", "questionId"]],
  ["comment revision", commentRevisionForm({ takesStance: true }), commentRevisionSchema, []],
];

describe("every form", () => {
  it.each(forms)("%s: asks for exactly what its schema reads", (_name, spec, schema, apart) => {
    const asked = fieldsOf(spec).map((field) => field.name);
    expect([...asked, ...apart].sort()).toEqual(Object.keys(schema.shape).sort());
  });

  it.each(forms)("%s: marks as public what may be published, and nothing else", (name, spec) => {
    for (const field of fieldsOf(spec)) {
      const expected = name !== "inquiry" && published.has(field.name) ? "public" : "private";
      expect([field.name, field.visibility]).toEqual([field.name, expected]);
    }
  });

  it.each(forms)("%s: marks as required what its schema requires", (_name, spec, schema) => {
    const missing = new Set((schema.safeParse({}).error?.issues ?? []).map((issue) => String(issue.path[0])));
    for (const field of fieldsOf(spec)) {
      const required = field.name !== "email" && missing.has(field.name);
      expect([field.name, field.required === true]).toEqual([field.name, required]);
    }
  });

  it.each([
    ["ja", { submission: jaSubmission, comment: jaComment }],
    ["easy", { submission: easySubmission, comment: easyComment }],
    ["en", { submission: enSubmission, comment: enComment }],
  ])("has its words in %s", (_locale, namespaces) => {
    for (const [name, spec] of forms) {
      for (const section of spec.sections) {
        expect([name, wordsAt(namespaces, `${spec.words}.sections.${section.key}.title`)]).toEqual([
          name,
          expect.any(String),
        ]);
      }
      for (const field of fieldsOf(spec)) {
        const at = `${spec.words}.fields.${field.name}`;
        expect([at, wordsAt(namespaces, `${at}.label`)]).toEqual([at, expect.any(String)]);
        const support = field.support ? expect.any(String) : undefined;
        expect([at, wordsAt(namespaces, `${at}.support`)]).toEqual([at, support]);
      }
    }
  });
});

function wordsAt(namespaces: Record<string, unknown>, key: string): unknown {
  return key
    .split(/[:.]/)
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], namespaces);
}
