import { useText } from "#app/components/text.tsx";
import { runLimit, seenValue } from "#app/domain/moderation/decision-run.ts";
import type { QueueFilter, QueueRow } from "#app/domain/moderation/queue.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

/** The form that the boxes of the table belong to, wherever it stands. */
const formId = "together";

const boxLook = "relative inline-flex min-h-9 min-w-9 items-center justify-center";

/** The box of one row. */
export function SelectRow({ row }: { row: QueueRow }) {
  const { t } = useText();
  return (
    <label className={boxLook}>
      <span className="sr-only">{t("runs:select.row", { number: row.number })}</span>
      <input type="checkbox" form={formId} name="item" value={seenValue(row)} className="size-6" />
    </label>
  );
}

/** Ticks every box of the page. A script shows it: without one, the page is chosen below the table. */
export function SelectPage() {
  const { t } = useText();
  return (
    <>
      <span className="sr-only">{t("runs:select.column")}</span>
      <label hidden data-tick-all={formId} className={boxLook}>
        <span className="sr-only">{t("runs:select.page")}</span>
        <input type="checkbox" className="size-6" />
      </label>
    </>
  );
}

/** Decides on several rows at once: those that are ticked, the page, or the whole list. What is decided comes next. */
export function DecideTogether({ rows, filter }: { rows: QueueRow[]; filter: QueueFilter }) {
  const { t } = useText();
  const toRuns = <Link href={paths.deskRuns()}>{t("runs:list.title")}</Link>;
  if (rows.length === 0) return <p>{toRuns}</p>;
  return (
    <Card>
      <form id={formId} method="post" action={paths.deskNewRun()}>
        {Object.entries(filter).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input type="hidden" name="rows" value={rows.map(seenValue).join(" ")} />
        <Stack>
          <RadioGroup
            id="scope"
            name="scope"
            label={t("runs:select.title")}
            inline
            defaultValue="chosen"
            choices={[
              { value: "chosen", label: t("runs:select.chosen") },
              { value: "page", label: t("runs:select.wholePage", { n: rows.length }) },
              { value: "list", label: t("runs:select.list", { n: runLimit }) },
            ]}
          />
          <Row>
            <Button name="intent" value="choose" variant="outline">
              {t("runs:select.next")}
            </Button>
            {toRuns}
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
