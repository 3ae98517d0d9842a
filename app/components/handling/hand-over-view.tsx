import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { HandOverPage } from "#app/domain/handling/queries/preview-hand-over.server.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";

/** A dry run of handing a desk's open work to another one, and the button that does it. */
export function HandOverView({ page, answer }: { page: HandOverPage; answer?: FormAnswer }) {
  const { t, locale } = useText();
  const form = useDeskForm(
    { initial: { to: page.proposed }, answer: answerOf(answer, "handOver") },
    { to: t("clock:handOver.to") },
  );
  const { desk, items, stays } = page;
  return (
    <>
      {form.messages}
      <DeskHeading
        title={t("clock:handOver.titleOf", { desk })}
        about={t("clock:handOver.about")}
        actions={
          <ButtonLink href={paths.deskDesk(page.deskId)} variant="outline">
            {t("clock:handOver.back")}
          </ButtonLink>
        }
      />
      {items.length > 0 && (
        <Card>
          <EditingForm mayChange>
            <input type="hidden" name="act" value="handOver" />
            <input type="hidden" name="stamp" value={page.stamp} />
            <Select
              {...form.field("to", { support: page.proposed === "" ? undefined : t("office:proposed") })}
              options={page.desks}
              emptyLabel={t("desk:form.choose")}
            />
            <FormActions>
              <Button>{t("clock:handOver.go", { count: items.length })}</Button>
            </FormActions>
          </EditingForm>
        </Card>
      )}
      <Table
        id="items"
        caption={t("clock:handOver.items", { count: items.length })}
        rows={items}
        rowKey={({ id }) => id}
        empty={t("clock:handOver.none")}
        columns={[
          {
            key: "number",
            header: t("desk:queue.number"),
            rowHeader: true,
            nowrap: true,
            cell: ({ number }) => <Link href={paths.deskSubmission(number)}>{number}</Link>,
          },
          { key: "title", header: t("desk:review.fields.title"), cell: ({ title }) => <OwnWords>{title}</OwnWords> },
          {
            key: "handling",
            header: t("desk:queue.handling"),
            nowrap: true,
            cell: ({ handling }) => t(`desk:queue.handlings.${handling}`),
          },
          {
            key: "due",
            header: t("desk:queue.due"),
            nowrap: true,
            cell: ({ dueOn }) => dueOn && formatShort(dueOn, locale),
          },
        ]}
      />
      <p>{t("clock:handOver.stays", stays)}</p>
    </>
  );
}
