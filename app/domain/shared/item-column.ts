/** A submission or a comment: what both are reviewed, flagged, claimed and mailed about as. */
export type ItemRef = { type: "submission" | "comment"; id: string };

/** An item as the columns of other tables name it: exactly one of the two is set. */
export type ItemColumn =
  | { submissionId: string; commentId?: undefined }
  | { commentId: string; submissionId?: undefined };

/** The column that refers to an item, to store it with a row or to find rows by. */
export function columnOf({ type, id }: ItemRef): ItemColumn {
  return type === "submission" ? { submissionId: id } : { commentId: id };
}
