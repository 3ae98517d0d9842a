import { expect, it } from "vitest";
import { isLate, isPaused } from "./due-date.ts";

it("a promise is overdue from the day after its due date", () => {
  expect(isLate("2026-12-04", "2026-12-03")).toBe(false);
  expect(isLate("2026-12-04", "2026-12-04")).toBe(false);
  expect(isLate("2026-12-04", "2026-12-05")).toBe(true);
});

it("without a due date nothing is overdue", () => {
  expect(isLate(null, "2026-12-05")).toBe(false);
});

it("the days stand still while a desk waits for the author and no day is promised", () => {
  const asked = { waitsForAuthor: true, dueOn: null, handling: "ASSIGNED" } as const;
  expect(isPaused(asked)).toBe(true);
  expect(isPaused({ ...asked, handling: "DRAFTED" })).toBe(true);
  expect(isPaused({ ...asked, dueOn: "2026-12-04" })).toBe(false);
  expect(isPaused({ ...asked, waitsForAuthor: false })).toBe(false);
  expect(isPaused({ ...asked, handling: "ANSWERED" })).toBe(false);
});
