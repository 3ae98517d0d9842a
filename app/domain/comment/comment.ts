import type { ReviewState } from "#app/domain/submission/submission.ts";

/** A comment is always meant to be public and stands for itself, so it has every review state but NOT_PUBLIC and MERGED. */
export type CommentReview = Exclude<ReviewState, "NOT_PUBLIC" | "MERGED">;

/** 賛成・反対・わからない: optional, and on published proposals only. */
export const stances = ["FOR", "AGAINST", "UNSURE"] as const;
export type Stance = (typeof stances)[number];
