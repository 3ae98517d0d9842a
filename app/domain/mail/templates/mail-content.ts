import type { TextChange } from "#app/domain/shared/compare-texts.ts";

/**
 * What a mail says, before it becomes text or HTML. `quote` is for words that are not the platform's own (people's and desks'): they are
 * set apart on every line, so that nobody can make the platform say something.
 */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "facts"; facts: MailFact[] }
  | { kind: "quote"; label: string; text: string }
  /** Somebody else's words in two versions. `marks` say in words what was taken out and put in. */
  | { kind: "changes"; label: string; marks: { removed: string; added: string }; changes: readonly TextChange[] }
  | { kind: "steps"; title: string; steps: string[] }
  | { kind: "link"; isMain: boolean; label: string; url: string; note: string | null };

export type MailFact = { label: string; value: string };

/** The last lines of every mail: who sends it and how to reach them. */
export type MailSignature = {
  city: string;
  from: string;
  /** Telephone and hours. */
  lines: string[];
  site: { label: string; url: string };
  note: string | null;
};

export type MailContent = {
  /** Without the platform's mark and the number, which every subject gets. */
  subject: string;
  /** To whom, where that is not the person who wrote: a desk, a colleague. */
  greeting: string | null;
  blocks: MailBlock[];
  signature: MailSignature;
};

/** The platform's own words; line breaks are kept. */
export const paragraph = (text: string): MailBlock => ({ kind: "paragraph", text });
/** Somebody else's words, set apart under a label. */
export const quote = (label: string, text: string): MailBlock => ({ kind: "quote", label, text });
/**
 * What the mail is for the reader to open, at most one in a mail. It is shown with its whole address, so that it can be typed where links are
 * made dead.
 */
export const mainLink = (label: string, url: string, note: string | null = null): MailBlock => ({
  kind: "link",
  isMain: true,
  label,
  url,
  note,
});
/** What can be opened besides, its address shown too. */
export const otherLink = (label: string, url: string, note: string | null = null): MailBlock => ({
  kind: "link",
  isMain: false,
  label,
  url,
  note,
});

/** Facts in order; those whose value is null or empty are left out. */
export function facts(...entries: Array<[label: string, value: string | null]>): MailBlock {
  return {
    kind: "facts",
    facts: entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}
