export type DomainErrorCode = "NOT_FOUND" | "FORBIDDEN" | "CONFLICT" | "INPUT" | "LIMIT";

/** Problems by field name; each value is a key in the `errors` namespace. */
export type FieldProblems = Record<string, string[]>;

/**
 * The one error type of the domain. `messageKey` is a key of the `errors` namespace in all locales; the words are
 * chosen where the error is shown. The built server bundle and the files Node runs directly hold two copies of this class,
 * so use `isDomainError`, never `instanceof`.
 */
export class DomainError extends Error {
  readonly domainError = true;
  readonly code: DomainErrorCode;
  readonly messageKey: string;
  readonly fields: FieldProblems;
  readonly params: Record<string, string | number>;

  constructor(
    code: DomainErrorCode,
    messageKey: string,
    options: { fields?: FieldProblems; params?: Record<string, string | number> } = {},
  ) {
    super(`${code}: ${messageKey}`);
    this.name = "DomainError";
    this.code = code;
    this.messageKey = messageKey;
    this.fields = options.fields ?? {};
    this.params = options.params ?? {};
  }
}

/** Missing, or not visible to this actor: the two must look alike from outside. */
export const notFound = (messageKey = "notFound") => new DomainError("NOT_FOUND", messageKey);
/** The actor may see it but not do this. */
export const forbidden = (messageKey = "forbidden") => new DomainError("FORBIDDEN", messageKey);
/** Impossible in the present state, or somebody changed it since the page was opened. */
export const conflict = (messageKey = "conflict", params: Record<string, string | number> = {}) =>
  new DomainError("CONFLICT", messageKey, { params });
/** Something typed is wrong: the form comes back with the problems at their fields. */
export const inputError = (fields: FieldProblems, messageKey = "input") =>
  new DomainError("INPUT", messageKey, { fields });

/** Recognises a {@link DomainError} of either copy of the class. */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === "object" && error !== null && (error as { domainError?: unknown }).domainError === true;
}

/** Whether a message is about the link that led here: it was used, is over or is incomplete. It is not the page that is missing then. */
export const isAboutLink = (messageKey: string | undefined): boolean =>
  messageKey !== undefined &&
  ["signInLinkNotFound", "invitationNotFound", "confirmationInvalid", "followsGone"].includes(messageKey);
