import type { StaffActor, StaffRole } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { addSampleStaff } from "#app/domain/staff/commands/add-sample-staff.server.ts";
import type { Cast } from "./moment.ts";

type SampleStaff = { email: string; name: string; role: StaffRole; deskSlugs: readonly string[] };

/** One account for each role. Nobody reads these mailboxes: the domain is reserved (RFC 2606 §2). */
export const sampleStaff = {
  moderator: { email: "sample-moderator@tomakomai.example", name: "事務局(見本)", role: "MODERATOR", deskSlugs: [] },
  // Two desks, so that passing on from one to the other can be followed on the desk's own pages.
  officer: {
    email: "sample-officer@tomakomai.example",
    name: "行革担当・人事研修担当(見本)",
    role: "OFFICER",
    deskSlugs: ["gyokaku", "jinji-kenshu"],
  },
  viewer: { email: "sample-viewer@tomakomai.example", name: "閲覧者(見本)", role: "VIEWER", deskSlugs: [] },
  administrator: {
    email: "sample-administrator@tomakomai.example",
    name: "管理者(見本)",
    role: "ADMIN",
    deskSlugs: [],
  },
} as const satisfies Record<keyof Cast, SampleStaff>;

/** The sample accounts, made where they are missing. */
export async function castSamples(context: TxContext, deskId: (slug: string) => string): Promise<Cast> {
  const cast = async ({ email, name, role, deskSlugs }: SampleStaff): Promise<StaffActor> => {
    const deskIds = deskSlugs.map(deskId);
    const { id } = await addSampleStaff(context, { email, name, role, deskIds });
    return { kind: "staff", id, role, name, deskIds };
  };
  return {
    moderator: await cast(sampleStaff.moderator),
    officer: await cast(sampleStaff.officer),
    viewer: await cast(sampleStaff.viewer),
    administrator: await cast(sampleStaff.administrator),
  };
}
