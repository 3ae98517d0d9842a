/** Who asks. Every command and every visibility rule starts from one of these. */
export type StaffRole = "ADMIN" | "MODERATOR" | "OFFICER" | "VIEWER";

export type AnonymousActor = { kind: "anonymous" };
/** Holder of the tracking key of exactly one submission or comment. */
export type AuthorActor = { kind: "author"; of: "submission" | "comment"; id: string };
/** An officer who came through the signed link of one assignment's mail, without an account. */
export type DeskLinkActor = {
  kind: "desk-link";
  linkId: string;
  assignmentId: string;
  submissionId: string;
  deskId: string;
  label: string;
  /** Set where the officer wrote a mail to the desk's reply address instead of opening the link. */
  byReply?: true;
};
export type StaffActor = { kind: "staff"; id: string; role: StaffRole; name: string; deskIds: string[] };
/** The platform itself: first start, sample data, the queue. */
export type SystemActor = { kind: "system"; name: string };

export type Actor = AnonymousActor | AuthorActor | DeskLinkActor | StaffActor | SystemActor;

export const anonymous: AnonymousActor = { kind: "anonymous" };

/** Whether somebody acts with an account, in one of these roles (none named: any). */
export function isStaff(actor: Actor, ...roles: StaffRole[]): actor is StaffActor {
  return actor.kind === "staff" && (roles.length === 0 || roles.includes(actor.role));
}

/** Moderators and administrators: those who may decide what is published. */
export function isModerator(actor: Actor): actor is StaffActor {
  return isStaff(actor, "ADMIN", "MODERATOR");
}

/** A role or desk name for logs and audit. Never a citizen's name. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case "anonymous":
      return "市民";
    case "author":
      return "投稿者";
    case "desk-link":
      return actor.label;
    case "staff":
      return actor.name;
    case "system":
      return actor.name;
  }
}

/** What the audit log can find the actor by: an account, an item or a link; null for those who have no id. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "anonymous":
    case "system":
      return null;
    case "author":
      return actor.id;
    case "desk-link":
      return actor.linkId;
    case "staff":
      return actor.id;
  }
}
