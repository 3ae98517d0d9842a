import { describe, expect, it } from "vitest";
import { anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import {
  invitationState,
  isSessionAlive,
  mayManageStaff,
  needsSecondFactor,
  safeNext,
  sessionExpiry,
  sessionLimits,
  signInStage,
} from "./staff.ts";

const now = new Date("2026-11-24T01:00:00Z");
const earlier = (ms: number) => new Date(now.getTime() - ms);
const later = (ms: number) => new Date(now.getTime() + ms);

describe("signInStage", () => {
  const none = { totpEnabledAt: null, secondFactorPutOffAt: null };
  const passwordOnly = { secondFactorAt: null };

  it("makes administrators and moderators set up a second factor, others may go without", () => {
    for (const [role, stage] of [
      ["ADMIN", "enrol"],
      ["MODERATOR", "enrol"],
      ["OFFICER", "complete"],
      ["VIEWER", "complete"],
    ] as const) {
      expect(signInStage({ role, ...none }, passwordOnly, true)).toBe(stage);
      expect(needsSecondFactor(role)).toBe(stage === "enrol");
    }
  });

  it("asks every role for the second factor once there is one", () => {
    for (const role of ["ADMIN", "MODERATOR", "OFFICER", "VIEWER"] as const) {
      const account = { role, totpEnabledAt: earlier(1), secondFactorPutOffAt: earlier(1) };
      expect(signInStage(account, passwordOnly, true)).toBe("second-factor");
      expect(signInStage(account, { secondFactorAt: earlier(1) }, false)).toBe("complete");
    }
  });

  it("lets it be put off only where the site is served to its own machine", () => {
    const account = { role: "ADMIN" as const, totpEnabledAt: null, secondFactorPutOffAt: earlier(1) };
    expect(signInStage(account, passwordOnly, true)).toBe("complete");
    expect(signInStage(account, passwordOnly, false)).toBe("enrol");
  });
});

describe("sessions", () => {
  const session = { expiresAt: later(1), lastSeenAt: earlier(1), revokedAt: null };

  it("lives until it expires, is left idle or is ended", () => {
    expect(isSessionAlive(session, now)).toBe(true);
    expect(isSessionAlive({ ...session, expiresAt: now }, now)).toBe(false);
    expect(isSessionAlive({ ...session, lastSeenAt: earlier(sessionLimits.idle) }, now)).toBe(false);
    expect(isSessionAlive({ ...session, revokedAt: earlier(1) }, now)).toBe(false);
  });

  it("gives minutes, not days, between password and second factor", () => {
    expect(sessionExpiry("second-factor", now, now)).toEqual(later(15 * 60_000));
    expect(sessionExpiry("enrol", now, now)).toEqual(later(15 * 60_000));
    expect(sessionExpiry("complete", now, earlier(1000))).toEqual(later(sessionLimits.absolute - 1000));
  });
});

describe("invitationState", () => {
  it("tells open, used, revoked and expired apart", () => {
    const open = { expiresAt: later(1), acceptedAt: null, revokedAt: null };
    expect(invitationState(open, now)).toBe("open");
    expect(invitationState({ ...open, expiresAt: now }, now)).toBe("expired");
    expect(invitationState({ ...open, revokedAt: now }, now)).toBe("revoked");
    expect(invitationState({ ...open, acceptedAt: now, revokedAt: now }, now)).toBe("accepted");
  });
});

describe("mayManageStaff", () => {
  it("is for administrators alone", () => {
    const staff = (role: StaffRole) => ({ kind: "staff" as const, id: "1", role, name: "x", deskIds: [] });
    expect(mayManageStaff(staff("ADMIN"))).toBe(true);
    for (const actor of [staff("MODERATOR"), staff("OFFICER"), staff("VIEWER"), anonymous]) {
      expect(mayManageStaff(actor)).toBe(false);
    }
  });
});

describe("safeNext", () => {
  it("keeps a path of the desk with its query", () => {
    for (const path of [
      "/desk",
      "/desk?state=PENDING",
      "/desk/submissions/R8-0042",
      "/desk/audit?from=2026-04-01&kind=x",
    ]) {
      expect(safeNext(path)).toBe(path);
    }
  });

  it("turns everything that could lead elsewhere into the desk's first page", () => {
    for (const path of [
      null,
      "",
      "https://evil.example/desk",
      "//evil.example/desk",
      "/\\evil.example",
      "/desk\\..\\..",
      "/desk/../../evil",
      "/desk/../themes",
      "/deskevil.example",
      "/desk@evil.example",
      "javascript:alert(1)",
      "/desk/\n//evil.example",
      "/desk/%0d%0aSet-Cookie:x=1/../../..//evil.example",
      "/themes",
      "/desk/sign-in?next=/desk/sign-in",
      "/desk/sign-out",
      `/desk/${"x".repeat(600)}`,
    ]) {
      expect(safeNext(path), String(path)).toBe("/desk");
    }
  });
});
