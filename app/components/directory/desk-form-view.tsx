import { BackButton } from "#app/components/desk/back-button.tsx";
import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { DeskHistory, MailboxPart } from "#app/components/directory/mailbox-part.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { directoryLimits } from "#app/domain/directory/directory.ts";
import type { DeskChange } from "#app/domain/directory/queries/get-desk-form.server.ts";
import type { DirectoryDesk } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = {
  /** Null: a new one. */
  desk: DirectoryDesk | null;
  initial: Record<string, string>;
  sections: { value: string; label: string }[];
  successors: { value: string; label: string }[];
  changes: DeskChange[];
  mayChange: boolean;
  /** Whether they may let mail go to a mailbox on hold again. */
  mayRelease: boolean;
  answer?: FormAnswer;
};

/** Opening a desk, changing it, closing it. */
export function DeskFormView({ desk, initial, sections, successors, changes, mayChange, mayRelease, answer }: Props) {
  const { t, locale } = useText();
  const save = answerOf(answer, "save");
  const labels = {
    sectionId: t("desk:directory.section"),
    ...(desk ? {} : { slug: t("desk:directory.slug") }),
    ...localizedLabels(t, "name", t("desk:directory.name")),
    ...localizedLabels(t, "duty", t("desk:directory.duty")),
    phone: t("desk:directory.phone"),
    ...localizedLabels(t, "hours", t("desk:directory.hours")),
    mailbox: t("desk:directory.mailbox"),
    position: t("desk:directory.position"),
    validFrom: t("desk:directory.validFrom"),
    validUntil: t("desk:directory.validUntil"),
    successorId: t("desk:directory.successor"),
    note: t("clock:history.note"),
  };
  const form = useDeskForm({ initial, answer: save }, labels);
  const others = useDeskForm({ initial: {}, answer: save ? undefined : answer }, {});
  return (
    <>
      <DoneBanner />
      {form.messages}
      {others.messages}
      <DeskHeading
        title={desk ? t("desk:directory.deskChange", { name: pick(desk.name, locale) }) : t("desk:directory.deskNew")}
        about={desk && t("desk:directory.publicAddress", { path: paths.contactDesk(desk.slug) })}
        actions={<BackButton href={paths.deskDirectory()} />}
      />
      {desk && desk.mailboxHoldReason !== null && (
        <NotificationBanner tone="warning" title={t("desk:directory.mailboxHeld")}>
          <p>{t("desk:directory.mailboxHeldAbout", { reason: desk.mailboxHoldReason })}</p>
        </NotificationBanner>
      )}
      {desk && <OutOfOffice desk={desk} />}
      <Card>
        <SaveForm version={desk?.version ?? null} mayChange={mayChange}>
          <Select {...form.field("sectionId")} options={sections} emptyLabel={t("desk:form.choose")} />
          {!desk && (
            <TextInput
              {...form.field("slug", { support: t("desk:directory.slugSupport") })}
              width="medium"
              autoComplete="off"
              autoCapitalize="none"
            />
          )}
          <LocalizedControls form={form} name="name" legend={t("desk:directory.name")} limit={directoryLimits.name} />
          <LocalizedControls
            form={form}
            name="duty"
            legend={t("desk:directory.duty")}
            support={t("desk:directory.dutySupport")}
            rows={3}
            limit={directoryLimits.duty}
          />
          <TextInput
            {...form.field("phone", { support: t("desk:directory.phoneSupport") })}
            type="tel"
            width="medium"
            autoComplete="off"
          />
          <LocalizedControls
            form={form}
            name="hours"
            legend={t("desk:directory.hours")}
            rows={3}
            limit={directoryLimits.hours}
          />
          <TextInput
            {...form.field("mailbox", { required: false, support: t("desk:directory.mailboxSupport") })}
            type="email"
            width="medium"
            autoComplete="off"
          />
          <TextInput
            {...form.field("position", { support: t("desk:directory.positionSupport") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          {(["validFrom", "validUntil"] as const).map((name) => (
            <DateInput key={name} {...form.field(name, { required: false, support: t(`office:${name}Support`) })} />
          ))}
          <Select
            {...form.field("successorId", { required: false, support: t("office:successorSupport") })}
            options={successors}
            emptyLabel={t("office:noSuccessor")}
          />
          <TextInput
            {...form.field("note", { required: false, support: t("clock:history.noteSupport") })}
            width="full"
            autoComplete="off"
          />
        </SaveForm>
      </Card>
      {desk && <MailboxPart desk={desk} mayChange={mayChange} />}
      {desk && mayChange && <DeskActs desk={desk} mayRelease={mayRelease} />}
      {desk && <DeskHistory changes={changes} />}
    </>
  );
}

/** What follows from the days of a desk that is not in office today. */
function OutOfOffice({ desk }: { desk: DirectoryDesk }) {
  const { t } = useText();
  if (desk.officeState === "inOffice") return null;
  return (
    <NotificationBanner tone="info" title={t(`office:states.${desk.officeState}`)}>
      <p>{t(`office:about.${desk.officeState}`)}</p>
      {desk.openItems > 0 && <p>{t("office:openItems", { count: desk.openItems })}</p>}
    </NotificationBanner>
  );
}

function DeskActs({ desk, mayRelease }: { desk: DirectoryDesk; mayRelease: boolean }) {
  const { t } = useText();
  const act = (name: "fallback" | "close" | "open" | "remove" | "release") => (
    <PageForm className="flex flex-col items-start gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <input type="hidden" name="act" value={name} />
      <input type="hidden" name="version" value={desk.version} />
      <p>{t(`desk:directory.${name}About`)}</p>
      <Button variant={name === "close" || name === "remove" ? "danger" : "outline"}>
        {t(`desk:directory.${name}Go`)}
      </Button>
    </PageForm>
  );
  return (
    <Card soft>
      <div className="flex flex-col items-start gap-2">
        <p>{t("clock:handOver.offer")}</p>
        <ButtonLink href={paths.deskHandOver(desk.id)} variant="outline">
          {t("clock:handOver.title")}
        </ButtonLink>
      </div>
      {desk.mailboxHoldReason !== null && mayRelease && act("release")}
      {desk.isActive && !desk.isFallback && act("fallback")}
      {desk.isActive ? !desk.isFallback && act("close") : act("open")}
      {desk.isFallback ? <p>{t("desk:directory.isFallbackAbout")}</p> : act("remove")}
    </Card>
  );
}
