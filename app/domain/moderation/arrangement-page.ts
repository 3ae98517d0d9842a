import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import type { ArrangementAct } from "./arrangement.ts";

/** What a select offers: id and name. */
export type Choice = { value: string; label: string };

/** Another submission that is linked with this one. */
export type LinkedSubmission = { number: string; title: string; review: ReviewState };

/** A submission that might be about the same. */
export type SimilarSubmission = LinkedSubmission;

/** What can be done with an item besides deciding whether it is public, and what the forms offer. */
export type Arrangement = {
  acts: ArrangementAct[];
  /** Themes it can be moved to. */
  themes: Choice[];
  /** What its kind can be changed to, and where it would go: desks for an inquiry, themes for an idea. Null where it cannot. */
  kind: { after: "IDEA" | "INQUIRY"; choices: Choice[] } | null;
};

/** That an item was handed to the administrators, and how that ended: `note` null means that one of them decided. */
export type EscalationNote = {
  id: string;
  note: string;
  by: string;
  at: string;
  end: { by: string; at: string; note: string | null } | null;
};

/** An act before it is done: what changes (terms are keys of `arrangement:fact`), and the mail to each author it concerns. */
export type ArrangementPreview = {
  facts: { term: string; text: string }[];
  mails: (AuthorMailPreview & { number: string })[];
};
