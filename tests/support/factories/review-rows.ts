import { randomUUID } from "node:crypto";
import type { Actor, StaffActor, StaffRole } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

/** A Tuesday noon in Tokyo; the Monday before was a holiday. */
export const noon = new Date("2026-11-24T03:00:00.000Z");

export const words = (text: string): LocalizedText => ({ ja: text, easy: text, en: text });

export const as = (actor: Actor, now: Date = noon): CommandContext => ({ actor, now, locale: "ja" });

/** A staff actor without an account row: commands know people by their actor alone. */
export const staff = (role: StaffRole, ...deskIds: string[]): StaffActor => ({
  kind: "staff",
  id: randomUUID(),
  role,
  name: `${role} の職員`,
  deskIds,
});

let count = 0;
const next = () => {
  count += 1;
  return count;
};

export async function makeDesk(overrides: { name?: string; mailbox?: string | null; isActive?: boolean } = {}) {
  const n = next();
  const department = await db().department.create({
    data: { id: randomUUID(), key: `department-${n}`, name: words("総務部"), position: n },
  });
  const section = await db().section.create({
    data: {
      id: randomUUID(),
      key: `section-${n}`,
      departmentId: department.id,
      name: words("行政監理室"),
      position: n,
    },
  });
  return db().desk.create({
    data: {
      id: randomUUID(),
      slug: `desk-${n}`,
      sectionId: section.id,
      name: words(overrides.name ?? `担当${n}`),
      duty: words("計画のこと"),
      phone: "0144-32-6169",
      hours: words("平日"),
      mailbox: overrides.mailbox === undefined ? `desk-${n}@tomakomai.example` : overrides.mailbox,
      isActive: overrides.isActive ?? true,
      position: n,
    },
  });
}

/** @param deskId of the desk it names; one of its own if left out */
export async function makeTheme(deskId?: string) {
  const n = next();
  const plan = await db().plan.create({
    data: {
      id: randomUUID(),
      key: `plan-${n}`,
      title: words("計画"),
      summary: words("計画の概要"),
      startsOn: new Date("2020-04-01T00:00:00Z"),
      position: n,
      participation: "OPEN",
    },
  });
  return db().theme.create({
    data: {
      id: randomUUID(),
      planId: plan.id,
      slug: `theme-${n}`,
      numeral: "Ⅲ",
      position: n,
      title: words("協働の推進"),
      lead: words("ともに"),
      body: words("ともにつくる"),
      deskId: deskId ?? (await makeDesk()).id,
    },
  });
}

/** The outcomes answers can have: one plain, one that must name who is responsible. */
export async function makeOutcomes(): Promise<void> {
  await db().outcome.createMany({
    data: [
      { key: "adopted", position: 1, label: words("反映します"), meaning: words("取り入れます") },
      {
        key: "not-ours",
        position: 2,
        label: words("市の担当ではありません"),
        meaning: words("市以外"),
        needsReferral: true,
      },
    ],
  });
}

/** The reasons decisions can be given: some for everything, one for declining alone, one out of use. Made with the first text of a test. */
export async function makeReasons(): Promise<void> {
  const always = ["RETURN", "DECLINE", "HIDE"] as const;
  const reason = (key: string, decisions: readonly (typeof always)[number][] = always, isActive = true) => ({
    key,
    position: 1,
    label: { ja: `理由 ${key}`, easy: `理由 ${key}`, en: `Reason ${key}` },
    guideline: words(`目安 ${key}`),
    decisions: [...decisions],
    isActive,
    changedAt: noon,
  });
  await db().reason.createMany({
    data: [
      ...["PERSONAL_DATA", "ABUSE", "OFF_TOPIC", "OTHER"].map((key) => reason(key)),
      reason("DUPLICATE", ["DECLINE"]),
      reason("OLD", always, false),
    ],
    skipDuplicates: true,
  });
}

export async function makeAddress(address: string, confirmed = true): Promise<string> {
  const row = await db().emailAddress.create({
    data: { id: randomUUID(), address, confirmedAt: confirmed ? noon : null, createdAt: noon },
  });
  return row.id;
}

type SubmissionOverrides = Partial<Omit<Prisma.SubmissionUncheckedCreateInput, "private">> & {
  hidden?: Omit<Prisma.SubmissionPrivateUncheckedCreateInput, "submissionId">;
};

/** A pending idea, unless said otherwise. */
export async function makeSubmission({ hidden = {}, ...overrides }: SubmissionOverrides = {}) {
  const n = next();
  await makeReasons();
  return db().submission.create({
    data: {
      id: randomUUID(),
      number: `R8-${String(n).padStart(4, "0")}`,
      kind: "IDEA",
      locale: "ja",
      review: "PENDING",
      title: "町内会の回覧を電子でも読めるように",
      body: "紙の回覧に加えて、電子でも読めるようにしてほしい。",
      trackingKeyHash: `tracking-${n}`,
      idempotencyHash: `idempotency-${n}`,
      dueOn: new Date("2026-11-27T00:00:00Z"),
      receivedAt: noon,
      changedAt: noon,
      ...overrides,
      private: { create: hidden },
    },
  });
}

/** A submission as it is now. */
export const submissionRow = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });

type CommentOverrides = Partial<Omit<Prisma.CommentUncheckedCreateInput, "private">> & {
  themeId: string;
  hidden?: Omit<Prisma.CommentPrivateUncheckedCreateInput, "commentId">;
};

/** A pending comment, unless said otherwise. */
export async function makeComment({ hidden = {}, ...overrides }: CommentOverrides) {
  const n = next();
  await makeReasons();
  return db().comment.create({
    data: {
      id: randomUUID(),
      number: `R8-${String(n).padStart(4, "0")}`,
      locale: "ja",
      review: "PENDING",
      body: "賛成です。近所でも話題になっています。",
      trackingKeyHash: `tracking-${n}`,
      idempotencyHash: `idempotency-${n}`,
      receivedAt: noon,
      changedAt: noon,
      ...overrides,
      private: { create: hidden },
    },
  });
}
