import { expect, it } from "vitest";
import { isLate } from "./due-date.ts";

it("a promise is overdue from the day after its due date", () => {
  expect(isLate("2026-12-04", "2026-12-03")).toBe(false);
  expect(isLate("2026-12-04", "2026-12-04")).toBe(false);
  expect(isLate("2026-12-04", "2026-12-05")).toBe(true);
});

it("without a due date nothing is overdue", () => {
  expect(isLate(null, "2026-12-05")).toBe(false);
});
