import { describe, expect, it } from "vitest";
import type { Finding } from "./flag.ts";
import { marksOf } from "./marks.ts";

const flag = (start: number | null, end: number | null, field = "body"): Finding => ({
  kind: "LINK",
  field,
  start,
  end,
  reason: null,
  count: null,
});

describe("marks in a text", () => {
  const field = { name: "body", text: "0123456789", findings: [{ start: 4, end: 6 }] };

  it("are all that was found in it, in order, those that overlap as one", () => {
    expect(marksOf(field, [flag(7, 9), flag(0, 2), flag(5, 8)])).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 9 },
    ]);
  });

  it("leave out other fields, what has no place and what lies beyond the text", () => {
    expect(marksOf(field, [flag(0, 2, "title"), flag(null, null), flag(8, 11)])).toEqual([{ start: 4, end: 6 }]);
  });
});
