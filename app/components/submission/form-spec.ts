import type { AskedFields, ReadingTime } from "#app/domain/plan/theme-policy.ts";
import { type FieldLimits, fieldLimits } from "#app/domain/submission/form-fields.ts";
import type { FieldVisibility } from "#app/ui/field.tsx";

/** One field of a form, told once: the form, the confirm page and the page of what was sent all follow it. */
export type FieldSpec = {
  name: string;
  control: "line" | "text" | "email" | "phone" | "choice" | "corporateNumber";
  visibility: FieldVisibility;
  required?: true;
  /** Longest text in characters as a reader counts them. */
  limit?: number;
  rows?: number;
  autoComplete?: string;
  /** Has words of support under `fields.<name>.support`. */
  support?: true;
};

export type FormSpec = {
  /** Where its words are: `<words>.title`, `<words>.fields.<name>.label` … */
  words: string;
  sections: {
    key: "public" | "city" | "reply";
    fields: FieldSpec[];
    /** Another key than `<words>.sections.<key>.about` for what is said of it. */
    about?: string;
  }[];
};

const line = (name: keyof FieldLimits, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  control: "line",
  visibility: "public",
  limit: fieldLimits[name],
  ...more,
});
const text = (name: keyof FieldLimits, more: Partial<FieldSpec> = {}): FieldSpec =>
  line(name, { control: "text", ...more });
const choice = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  control: "choice",
  visibility: "public",
  ...more,
});

const toCity = { visibility: "private" } as const;
const needed = { required: true } as const;
const helped = { support: true } as const;

const email: FieldSpec = { name: "email", control: "email", ...toCity, autoComplete: "email", ...helped };
const phone: FieldSpec = { name: "phone", control: "phone", ...toCity, autoComplete: "tel", ...helped };
const personName = line("name", { ...toCity, autoComplete: "name", ...helped });

const ideaPublic: FieldSpec[] = [
  line("title", { ...needed, ...helped }),
  text("body", { ...needed, ...helped, rows: 8 }),
  text("expectedEffect", { ...helped, rows: 3 }),
  line("area", helped),
  choice("questionId"),
  line("displayName", helped),
];

export const ideaForm: FormSpec = {
  words: "submission:idea",
  sections: [
    { key: "public", fields: ideaPublic },
    { key: "city", fields: [personName, email, phone] },
  ],
};

const partnershipPublic: FieldSpec[] = [
  line("organizationName", { ...needed, autoComplete: "organization" }),
  line("title", { ...needed, ...helped }),
  text("body", { ...needed, ...helped, rows: 6 }),
  choice("questionId"),
];

const partnershipCity: FieldSpec[] = [
  text("cooperation", { ...toCity, ...needed, ...helped, rows: 5 }),
  text("request", { ...toCity, ...needed, ...helped, rows: 5 }),
  choice("costSharing", { ...toCity, ...needed }),
  text("confidentialNote", { ...toCity, ...helped, rows: 5 }),
];

export const partnershipForm: FormSpec = {
  words: "submission:partnership",
  sections: [
    { key: "public", fields: partnershipPublic },
    { key: "city", fields: partnershipCity },
    {
      key: "reply",
      fields: [
        { name: "corporateNumber", control: "corporateNumber", ...toCity, ...needed, ...helped },
        line("contactPerson", { ...toCity, ...needed, ...helped, autoComplete: "name" }),
        email,
        phone,
      ],
    },
  ],
};

export const inquiryForm: FormSpec = {
  words: "submission:inquiry",
  sections: [
    {
      key: "city",
      fields: [
        line("title", { ...toCity, ...needed, ...helped }),
        text("body", { ...toCity, ...needed, ...helped, rows: 8 }),
      ],
    },
    { key: "reply", fields: [personName, email, phone] },
  ],
};

const withoutQuestion = (fields: FieldSpec[]) => fields.filter((field) => field.name !== "questionId");

/** What an author may change in a returned idea or partnership proposal. */
export const ideaRevisionForm: FormSpec = {
  words: "submission:idea",
  sections: [{ key: "public", fields: withoutQuestion(ideaPublic) }],
};
export const partnershipRevisionForm: FormSpec = {
  words: "submission:partnership",
  sections: [
    { key: "public", fields: withoutQuestion(partnershipPublic) },
    { key: "city", fields: partnershipCity },
  ],
};

/** What a theme asks for in an idea, and when it is read. */
export function askedIdeaForm(asks: AskedFields, readingTime: ReadingTime): FormSpec {
  const asked = (field: FieldSpec): FieldSpec[] => {
    const need = field.name === "expectedEffect" || field.name === "area" ? asks[field.name] : "OPTIONAL";
    return need === "HIDDEN" ? [] : [need === "REQUIRED" ? { ...field, ...needed } : field];
  };
  return readWhen(
    { ...ideaForm, sections: ideaForm.sections.map((one) => ({ ...one, fields: one.fields.flatMap(asked) })) },
    readingTime,
  );
}

/** The same form, saying truly when what is public of it is read. */
export function readWhen(spec: FormSpec, readingTime: ReadingTime): FormSpec {
  if (readingTime === "BEFORE") return spec;
  const about = `policy:about.${readingTime}`;
  return { ...spec, sections: spec.sections.map((one) => (one.key === "public" ? { ...one, about } : one)) };
}

/** The same form where somebody writes for another person: a browser must not offer the writer's own name and address. */
export function forAnother(spec: FormSpec): FormSpec {
  return {
    ...spec,
    sections: spec.sections.map((section) => ({
      ...section,
      fields: section.fields.map(({ autoComplete: _, ...field }) => field),
    })),
  };
}

export function fieldsOf(spec: FormSpec): FieldSpec[] {
  return spec.sections.flatMap((section) => section.fields);
}
