import { describe, expect, it } from "vitest";
import {
  canMoveHandling,
  canMoveReview,
  canRevise,
  canWithdraw,
  firstReviewState,
  handlingStates,
  reviewStates,
} from "./submission.ts";

const movesOf = (kind: "IDEA" | "INQUIRY" | "COMMENT") =>
  reviewStates.flatMap((from) =>
    reviewStates.filter((to) => canMoveReview(kind, from, to)).map((to) => `${from}>${to}`),
  );

describe("review states", () => {
  it("move only as the table says", () => {
    expect(movesOf("IDEA")).toEqual([
      "PENDING>PUBLISHED",
      "PENDING>RETURNED",
      "PENDING>DECLINED",
      "PENDING>WITHDRAWN",
      "PENDING>MERGED",
      "PUBLISHED>HIDDEN",
      "PUBLISHED>WITHDRAWN",
      "PUBLISHED>MERGED",
      "RETURNED>PENDING",
      "RETURNED>WITHDRAWN",
      "RETURNED>MERGED",
      "DECLINED>PUBLISHED",
      "DECLINED>WITHDRAWN",
      "HIDDEN>PUBLISHED",
      "HIDDEN>WITHDRAWN",
      "MERGED>PENDING",
      "MERGED>PUBLISHED",
      "MERGED>RETURNED",
      "MERGED>WITHDRAWN",
    ]);
  });

  it("are the same for a comment, which is never merged", () => {
    expect(movesOf("COMMENT").filter((move) => !move.startsWith("MERGED"))).toEqual(
      movesOf("IDEA").filter((move) => !move.includes("MERGED")),
    );
  });

  it("never move for an inquiry, which is not public for ever", () => {
    expect(firstReviewState("INQUIRY")).toBe("NOT_PUBLIC");
    expect(movesOf("INQUIRY")).toEqual([]);
    expect(reviewStates.filter((state) => canWithdraw("INQUIRY", state))).toEqual([]);
  });

  it("let an author revise only what was returned", () => {
    expect(reviewStates.filter((state) => canRevise("IDEA", state))).toEqual(["RETURNED"]);
    expect(reviewStates.filter((state) => canRevise("INQUIRY", state))).toEqual([]);
  });
});

describe("handling states", () => {
  it("move only as the table says", () => {
    const moves = handlingStates.flatMap((from) =>
      handlingStates.filter((to) => canMoveHandling(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves).toEqual([
      "NEW>ASSIGNED",
      "ASSIGNED>NEW",
      "ASSIGNED>DRAFTED",
      "DRAFTED>NEW",
      "DRAFTED>ASSIGNED",
      "DRAFTED>ANSWERED",
      "ANSWERED>ASSIGNED",
    ]);
  });
});
