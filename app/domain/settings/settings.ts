import { z } from "zod";
import { localizedTextSchema } from "#app/domain/shared/localized-text.ts";
import { normalizePhone } from "#app/domain/shared/phone-number.ts";

/** Longest promise a city can set, in business days (about three months). */
const longestPromise = 60;

export const businessDaysSchema = z
  .number({ error: "wholeNumber" })
  .int({ error: "wholeNumber" })
  .min(1, { error: "daysRange" })
  .max(longestPromise, { error: "daysRange" });

/** Longest time in which a decision can be taken back before anything happens, in seconds. Longer, and people wonder whether it was taken. */
const longestUndo = 60;

export const undoSecondsSchema = z
  .number({ error: "wholeNumber" })
  .int({ error: "wholeNumber" })
  .min(0, { error: "undoRange" })
  .max(longestUndo, { error: "undoRange" });

/** How long received mail is kept, in days: at least so long that a doubt about a reply can be settled, at most five years. */
export const receivedMailDaysSchema = z
  .number({ error: "wholeNumber" })
  .int({ error: "wholeNumber" })
  .min(7, { error: "keptRange" })
  .max(1_826, { error: "keptRange" });

/** An hour of the day in Tokyo at which something is sent; not in the night, when a mailbox only fills up. */
export const hourSchema = z
  .number({ error: "wholeNumber" })
  .int({ error: "wholeNumber" })
  .min(5, { error: "hourRange" })
  .max(20, { error: "hourRange" });

/** An extension inside the city hall (内線); null where there is none. */
export const extensionSchema = z
  .string()
  .regex(/^\d{1,6}$/, { error: "extension" })
  .nullable();

/** When desks and the office are told of what is due. All but the hour are business days. */
export const promiseClockSchema = z.object({
  /** A desk is reminded of an item so long before it is due, and once more. */
  remindFirst: businessDaysSchema,
  remindLast: businessDaysSchema,
  /** Once it is late: at once, and again every so many days. */
  remindLate: businessDaysSchema,
  /** How late an item is when the office is told. */
  tellOffice: businessDaysSchema,
  /** How long the clock of a desk stands still while its question to the author is open. */
  longestPause: businessDaysSchema,
  /** How long a request waits for its desk's mailbox to be acknowledged before it goes to the office. */
  holdRequest: businessDaysSchema,
  /** From when on the mails of a morning leave. */
  morningHour: hourSchema,
});

export type PromiseClock = z.infer<typeof promiseClockSchema>;

/** A telephone number that the city shows: as {@link normalizePhone} gives it, with hyphens between its groups. */
export const phoneSchema = z.string({ error: "required" }).transform((typed, context) => {
  const number = normalizePhone(typed);
  if (number !== null && /^\d+-\d+-\d+$/.test(number)) return number;
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "phone" });
  return z.NEVER;
});

/** Longest urgent notice in each language, in characters as a reader counts them: more than that nobody reads in a hurry. */
export const emergencyLimit = 300;

/** Where an urgent notice leads: a page of this site ("/plan") or a web address. Nothing that runs in the reader's browser. */
export const noticeLinkSchema = z
  .string()
  .max(500, { error: "webAddress" })
  .refine((href) => /^\/(?![/\\])\S*$/.test(href) || isWebAddress(href), { error: "webAddress" });

function isWebAddress(href: string): boolean {
  return URL.canParse(href) && ["https:", "http:"].includes(new URL(href).protocol);
}

/** 緊急のお知らせ: stands above everything on every public page while it is set. */
export const emergencyNoticeSchema = z.object({
  text: localizedTextSchema(emergencyLimit),
  href: noticeLinkSchema.nullable(),
});

export type EmergencyNotice = z.infer<typeof emergencyNoticeSchema>;

/**
 * The city's own rules. Review and answer times are business days after the day of receipt (weekends, national holidays and 12/29–1/3
 * left out); an inquiry is answered without review of publication, so its `reviewDays` is the time until a moderator has looked at it.
 */
export const settingsSchema = z.object({
  /** 決裁: an answer is published by somebody other than the person who drafted it. */
  approvalByAnotherPerson: z.boolean(),
  reviewDays: z.object({
    IDEA: businessDaysSchema,
    PARTNERSHIP: businessDaysSchema,
    INQUIRY: businessDaysSchema,
    COMMENT: businessDaysSchema,
  }),
  answerDays: z.object({ IDEA: businessDaysSchema, PARTNERSHIP: businessDaysSchema, INQUIRY: businessDaysSchema }),
  /** How long a decision can be taken back before it is published and mailed, in seconds; 0: decisions are taken at once. */
  undoSeconds: undoSecondsSchema,
  /** Business days after the day on which an author appealed, until it is decided. */
  appealDays: businessDaysSchema,
  promiseClock: promiseClockSchema,
  /** Days after a received mail was dealt with, and its request is over, until what it says is erased. */
  receivedMailDays: receivedMailDaysSchema,
  /** The moderators' extension inside the city hall, for desks. */
  moderatorExtension: extensionSchema,
  /** The moderators' telephone, shown where people are told whom to call. */
  moderatorPhone: phoneSchema,
  emergencyNotice: emergencyNoticeSchema.nullable(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What holds from day to day; the urgent notice is set on its own. */
export type CityRules = Omit<Settings, "emergencyNotice">;

export type SettingKey = keyof Settings;

export const defaultSettings: Settings = {
  approvalByAnotherPerson: true,
  reviewDays: { IDEA: 3, PARTNERSHIP: 3, INQUIRY: 2, COMMENT: 3 },
  answerDays: { IDEA: 10, PARTNERSHIP: 10, INQUIRY: 5 },
  undoSeconds: 10,
  appealDays: 5,
  promiseClock: {
    remindFirst: 3,
    remindLast: 1,
    remindLate: 3,
    tellOffice: 3,
    longestPause: 20,
    holdRequest: 1,
    morningHour: 8,
  },
  receivedMailDays: 90,
  moderatorExtension: null,
  moderatorPhone: "0144-32-6169",
  emergencyNotice: null,
};

/**
 * Settings from stored rows. A key nobody has set, and a value an older version wrote that no longer parses, take the default: a
 * wrong row must not stop people from sending something in.
 */
export function settingsFrom(rows: ReadonlyArray<{ key: string; value: unknown }>): Settings {
  const stored = new Map(rows.map((row) => [row.key, row.value]));
  const entries = (Object.keys(defaultSettings) as SettingKey[]).map((key) => {
    const parsed = settingsSchema.shape[key].safeParse(stored.get(key));
    return [key, parsed.success ? parsed.data : defaultSettings[key]];
  });
  return Object.fromEntries(entries) as Settings;
}
