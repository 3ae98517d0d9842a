import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import type { InvitationRow, StaffRow } from "#app/domain/staff/queries/get-staff-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Link } from "#app/ui/link.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";

/** Everybody who can or could sign in, and who was invited. */
export function StaffListView({
  accounts,
  invitations,
  answer,
}: {
  accounts: StaffRow[];
  invitations: InvitationRow[];
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const form = useDeskForm({ initial: {}, answer }, {});
  return (
    <>
      <DoneBanner />
      {form.messages}
      <DeskHeading
        title={t("desk:staff.title")}
        about={t("desk:staff.about")}
        actions={
          <ButtonLink href={paths.deskInvite()} icon="plus">
            {t("desk:staff.invite")}
          </ButtonLink>
        }
      />
      <Accounts accounts={accounts} />
      <Invitations invitations={invitations} />
    </>
  );
}

function Accounts({ accounts }: { accounts: StaffRow[] }) {
  const { t, locale } = useText();
  return (
    <Table
      id="accounts"
      caption={t("desk:staff.accounts")}
      rows={accounts}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          header: t("desk:staff.name"),
          rowHeader: true,
          cell: (row) => <Link href={paths.deskStaffMember(row.id)}>{row.name}</Link>,
        },
        { key: "email", header: t("desk:signIn.email"), cell: (row) => row.email },
        { key: "role", header: t("desk:staff.role"), nowrap: true, cell: (row) => t(`desk:roles.${row.role}`) },
        { key: "desks", header: t("desk:staff.desks"), cell: (row) => row.desks.join(t("desk:form.listComma")) || "–" },
        {
          key: "factor",
          header: t("desk:staff.secondFactor"),
          nowrap: true,
          cell: (row) => (
            <StatusBadge
              tone={row.secondFactor === "on" ? "success" : row.secondFactor === "missing" ? "warning" : "neutral"}
            >
              {t(`desk:staff.secondFactors.${row.secondFactor}`)}
            </StatusBadge>
          ),
        },
        {
          key: "state",
          header: t("desk:staff.state"),
          nowrap: true,
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              <StatusBadge tone={row.isActive ? "success" : "neutral"}>
                {t(row.isActive ? "desk:staff.on" : "desk:staff.off")}
              </StatusBadge>
              {row.isSample && <StatusBadge>{t("desk:staff.sample")}</StatusBadge>}
            </span>
          ),
        },
        {
          key: "last",
          header: t("desk:staff.lastSignIn"),
          nowrap: true,
          cell: (row) =>
            row.lastSignInAt === null ? (
              t("desk:staff.never")
            ) : (
              <time dateTime={row.lastSignInAt}>{formatDateTime(new Date(row.lastSignInAt), locale)}</time>
            ),
        },
      ]}
    />
  );
}

function Invitations({ invitations }: { invitations: InvitationRow[] }) {
  const { t, locale } = useText();
  const time = (at: string) => <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>;
  return (
    <Table
      id="invitations"
      caption={t("desk:staff.invitations")}
      rows={invitations}
      rowKey={(row) => row.id}
      empty={t("desk:staff.noInvitations")}
      columns={[
        { key: "name", header: t("desk:staff.name"), rowHeader: true, cell: (row) => row.name },
        { key: "email", header: t("desk:signIn.email"), cell: (row) => row.email },
        { key: "role", header: t("desk:staff.role"), nowrap: true, cell: (row) => t(`desk:roles.${row.role}`) },
        {
          key: "state",
          header: t("desk:staff.state"),
          nowrap: true,
          cell: (row) => (
            <StatusBadge tone={row.state === "open" ? "progress" : "neutral"}>
              {t(`desk:staff.invitationStates.${row.state}`)}
            </StatusBadge>
          ),
        },
        { key: "until", header: t("desk:staff.until"), nowrap: true, cell: (row) => time(row.expiresAt) },
        {
          key: "revoke",
          header: t("desk:staff.revoke"),
          nowrap: true,
          cell: (row) =>
            row.state === "open" ? (
              <PageForm>
                <input type="hidden" name="act" value="revoke" />
                <Button size="sm" variant="danger" name="id" value={row.id}>
                  {t("desk:staff.revokeGo")}
                </Button>
              </PageForm>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
