import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type OfficeState, officeColumns, officeState } from "../desk-office.ts";
import { type MailboxState, mailboxColumns, mailboxState, mayReadDirectory } from "../directory.ts";

export type DirectoryDesk = {
  id: string;
  version: number;
  slug: string;
  sectionId: string;
  name: LocalizedText;
  duty: LocalizedText;
  hours: LocalizedText;
  phone: string;
  mailbox: string | null;
  mailboxState: MailboxState;
  /** Why nothing is sent to the mailbox now; null: mail is sent. */
  mailboxHoldReason: string | null;
  isFallback: boolean;
  isActive: boolean;
  validFrom: IsoDate | null;
  validUntil: IsoDate | null;
  successorId: string | null;
  officeState: OfficeState;
  /** What it was given and has not answered. */
  openItems: number;
  position: number;
};

export type DirectorySection = {
  id: string;
  version: number;
  departmentId: string;
  name: LocalizedText;
  position: number;
  desks: DirectoryDesk[];
};

export type DirectoryDepartment = {
  id: string;
  version: number;
  name: LocalizedText;
  position: number;
  sections: DirectorySection[];
};

const order = [{ position: "asc" }, { id: "asc" }] as const;

/** The whole directory in its order, closed desks too: it fits one screen, and the forms that change it open on it. */
export async function getDirectoryPage(viewer: Actor): Promise<DirectoryDepartment[]> {
  if (!mayReadDirectory(viewer)) throw forbidden();
  const departments = await db().department.findMany({
    orderBy: [...order],
    select: {
      id: true,
      version: true,
      name: true,
      position: true,
      sections: {
        orderBy: [...order],
        select: {
          id: true,
          version: true,
          departmentId: true,
          name: true,
          position: true,
          desks: {
            orderBy: [...order],
            select: {
              id: true,
              version: true,
              slug: true,
              sectionId: true,
              name: true,
              duty: true,
              hours: true,
              phone: true,
              ...mailboxColumns,
              mailboxHoldReason: true,
              isFallback: true,
              ...officeColumns,
              successorId: true,
              _count: { select: { assignments: { where: { endedAt: null } } } },
              position: true,
            },
          },
        },
      },
    },
  });
  const today = isoDate(now());
  return departments.map((department) => ({
    ...department,
    sections: department.sections.map((section) => ({
      ...section,
      desks: section.desks.map(({ mailboxChangedAt, mailboxVerifiedAt, mailboxHeldAt, _count, ...desk }) => ({
        ...desk,
        validFrom: dayOf(desk.validFrom),
        validUntil: dayOf(desk.validUntil),
        openItems: _count.assignments,
        officeState: officeState(desk, today),
        mailboxState: mailboxState({ mailbox: desk.mailbox, mailboxChangedAt, mailboxVerifiedAt, mailboxHeldAt }),
      })),
    })),
  })) as DirectoryDepartment[];
}
