import { useText } from "#app/components/text.tsx";
import { type EntryKind, entryKinds } from "#app/domain/submission/entry.ts";
import type { EntryTargets } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Link } from "#app/ui/link.tsx";
import { Select } from "#app/ui/select.tsx";

/** Before the form: what came in, and for which theme or desk. */
export function EntryChoice({ targets }: { targets: EntryTargets }) {
  const { t } = useText();
  const optionsOf = (kind: EntryKind) => (kind === "inquiry" ? targets.desks : targets.themes);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <p>
        <Link href={paths.desk()}>{t("desk:review.back")}</Link>
      </p>
      <DeskHeading title={t("entry:title")} about={t("entry:about")} />
      {entryKinds.map((kind) => (
        <Card key={kind}>
          <h2 className="heading-3">{t(`entry:kinds.${kind}`)}</h2>
          {optionsOf(kind).length === 0 ? (
            <p>{t("entry:noTarget")}</p>
          ) : (
            <form action={paths.deskEntry()} method="get" className="flex flex-col gap-4">
              <input type="hidden" name="kind" value={kind} />
              <Select
                id={`to-${kind}`}
                name="to"
                label={t(kind === "inquiry" ? "entry:desk" : "entry:theme")}
                options={optionsOf(kind)}
              />
              <p>
                <Button iconAfter="arrow-right">{t(`entry:start.${kind}`)}</Button>
              </p>
            </form>
          )}
        </Card>
      ))}
    </div>
  );
}
