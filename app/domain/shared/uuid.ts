const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of a row as the database writes it (lower case); anything else the database refuses to compare. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
