import { describe, expect, it } from "vitest";
import {
  closedNotice,
  daysOf,
  daysToBegin,
  daysToSend,
  type ParticipationFacts,
  takenKinds,
  whyClosed,
} from "./participation.ts";

const open: ParticipationFacts = {
  acceptsIdeas: true,
  acceptsPartnerships: true,
  acceptsComments: true,
  opensOn: null,
  closesOn: null,
  plan: { participation: "OPEN" },
};
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const today = daysOf("2026-11-24");

describe("a theme", () => {
  it("takes everything for ever, unless it says otherwise", () => {
    for (const kind of takenKinds) expect(whyClosed(open, kind, today)).toBeNull();
  });

  it("takes each kind on its own", () => {
    const refusing = { ...open, acceptsIdeas: false, acceptsPartnerships: false, acceptsComments: false };
    const keys = { ideas: "themeClosed", partnerships: "partnershipsClosed", comments: "commentsClosed" } as const;
    for (const kind of takenKinds) {
      expect(whyClosed(refusing, kind, today)).toEqual({ key: keys[kind], day: null });
      const one = { ideas: "acceptsIdeas", partnerships: "acceptsPartnerships", comments: "acceptsComments" }[kind];
      expect(whyClosed({ ...refusing, [one]: true }, kind, today)).toBeNull();
    }
  });

  it("of a closed plan takes nothing, whatever it says itself", () => {
    for (const kind of takenKinds) {
      expect(whyClosed({ ...open, plan: { participation: "CLOSED" } }, kind, today)).toMatchObject({
        key: "planClosed",
      });
    }
  });

  it("takes things from its first day to its last, both included", () => {
    const december = { ...open, opensOn: day("2026-12-01"), closesOn: day("2026-12-25") };
    const on = (date: string) => whyClosed(december, "ideas", daysOf(date));
    expect(on("2026-11-30")).toEqual({ key: "opensLater", day: "2026-12-01" });
    expect([on("2026-12-01"), on("2026-12-25")]).toEqual([null, null]);
    expect(on("2026-12-26")).toEqual({ key: "closedSince", day: "2026-12-25" });
  });

  it("opens and closes at midnight in Tokyo, and takes what was begun in time for half an hour more", () => {
    const until = { ...open, closesOn: day("2026-11-30") };
    const midnight = new Date("2026-11-30T15:00:00Z");
    const minutes = (n: number) => new Date(midnight.getTime() + n * 60_000);
    expect(whyClosed(until, "ideas", daysToBegin(minutes(-1)))).toBeNull();
    expect(whyClosed(until, "ideas", daysToBegin(midnight))).not.toBeNull();
    expect(whyClosed(until, "ideas", daysToSend(minutes(29)))).toBeNull();
    expect(whyClosed(until, "ideas", daysToSend(minutes(30)))).not.toBeNull();
    const from = { ...open, opensOn: day("2026-12-01") };
    expect(whyClosed(from, "ideas", daysToSend(minutes(-1)))).not.toBeNull();
    expect(whyClosed(from, "ideas", daysToSend(midnight))).toBeNull();
  });

  it("says the day in the reader's language", () => {
    expect(closedNotice({ key: "closedSince", day: "2026-11-30" }, "ja")?.date).toContain("11月30日");
    expect(closedNotice({ key: "planClosed", day: null }, "en")).toEqual({ key: "planClosed", date: "" });
    expect(closedNotice(null, "ja")).toBeNull();
  });
});
