import { BackButton } from "#app/components/desk/back-button.tsx";
import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { DeskChoice } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import type { StaffMember } from "#app/domain/staff/queries/get-staff-member.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { RoleFields } from "./role-fields.tsx";

/** One account as an administrator keeps it. */
export function StaffMemberView({
  member,
  desks,
  answer,
}: {
  member: StaffMember;
  desks: DeskChoice[];
  answer?: FormAnswer;
}) {
  const { t, locale } = useText();
  const sent = answerOf(answer, "change");
  const labels = { name: t("desk:staff.name"), role: t("desk:staff.role"), deskIds: t("desk:staff.desks") };
  const form = useDeskForm({ initial: { name: member.name, role: member.role }, answer: sent }, labels);
  const others = useDeskForm({ initial: {}, answer: sent ? undefined : answer }, {});
  const at = (time: string | null) => (time === null ? t("desk:staff.never") : formatDateTime(new Date(time), locale));
  return (
    <>
      <DoneBanner />
      {form.messages}
      {others.messages}
      <DeskHeading
        title={t("desk:staff.memberTitle", { name: member.name })}
        actions={<BackButton href={paths.deskStaff()} />}
      />
      <DescriptionList
        items={[
          { term: t("desk:signIn.email"), description: member.email },
          { term: t("desk:staff.state"), description: t(member.isActive ? "desk:staff.on" : "desk:staff.off") },
          {
            term: t("desk:staff.secondFactor"),
            description: t(member.hasSecondFactor ? "desk:staff.secondFactors.on" : "desk:staff.secondFactors.none"),
          },
          { term: t("desk:staff.created"), description: at(member.createdAt) },
          { term: t("desk:staff.lastSignIn"), description: at(member.lastSignInAt) },
          { term: t("desk:staff.openSessions"), description: String(member.openSessions) },
        ]}
      />
      <Card>
        <SaveForm act="change" version={member.version} mayChange>
          <TextInput {...form.field("name")} width="medium" autoComplete="off" />
          <RoleFields form={form} desks={desks} deskIds={member.deskIds} answer={sent} />
        </SaveForm>
      </Card>
      <Access member={member} />
    </>
  );
}

function Access({ member }: { member: StaffMember }) {
  const { t } = useText();
  const act = (name: string, about: string, go: string) => (
    <PageForm className="flex flex-col items-start gap-2 border-t border-line pt-4">
      <input type="hidden" name="act" value={name} />
      <input type="hidden" name="version" value={member.version} />
      <p>{t(`desk:staff.${about}`)}</p>
      <Button variant={name === "on" ? "outline" : "danger"}>{t(`desk:staff.${go}`)}</Button>
    </PageForm>
  );
  return (
    <Card>
      <h2 className="heading-3">{t("desk:staff.access")}</h2>
      {member.openSessions > 0 && act("signOut", "signOutAbout", "signOutGo")}
      {member.isActive && !member.isSelf && !member.isSample && act("reset", "resetAbout", "resetGo")}
      {member.isActive ? act("off", "offAbout", "offGo") : act("on", "onAbout", "onGo")}
    </Card>
  );
}
