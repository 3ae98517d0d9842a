import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { filterNameLimit, type SavedFilter } from "#app/domain/moderation/saved-filter.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = {
  saved: SavedFilter[];
  /** Of the heap that is open. */
  query: string;
  answer: FormAnswer | undefined;
};

/** The reader's own filters as links, and keeping the present one or removing one. */
export function SavedFilters({ saved, query, answer }: Props) {
  const { t } = useText();
  return (
    <Stack gap="sm">
      {saved.length > 0 && (
        <nav aria-label={t("savedFilters:title")} className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <span className="font-bold">{t("savedFilters:title")}</span>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {saved.map((one) => (
              <li key={one.id}>
                <Link href={`${paths.desk()}?${one.query}`} aria-current={one.query === query ? "page" : undefined}>
                  <OwnWords>{one.name}</OwnWords>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Disclosure boxed id="saved-filters" open={answer !== undefined} summary={t("savedFilters:manage")}>
        <Stack>
          <SaveForm answer={answerOf(answer, "save-filter")} />
          {saved.length > 0 && (
            <ul className="flex flex-col gap-2">
              {saved.map((one) => (
                <li key={one.id}>
                  <RemoveForm filter={one} />
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </Disclosure>
    </Stack>
  );
}

function SaveForm({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useText();
  const form = useDeskForm({ initial: {}, answer }, { name: t("savedFilters:name") }, "filter-");
  return (
    <PageForm>
      <input type="hidden" name="act" value="save-filter" />
      <Stack gap="sm">
        {form.messages}
        <TextInput {...form.field("name", { limit: filterNameLimit })} width="medium" autoComplete="off" />
        <Row>
          <Button size="sm">{t("savedFilters:save")}</Button>
        </Row>
      </Stack>
    </PageForm>
  );
}

function RemoveForm({ filter: { id, name } }: { filter: SavedFilter }) {
  const { t } = useText();
  return (
    <PageForm>
      <input type="hidden" name="act" value="remove-filter" />
      <input type="hidden" name="id" value={id} />
      <Row>
        <OwnWords>{name}</OwnWords>
        <Button variant="text" size="sm" aria-label={t("savedFilters:removeNamed", { name })}>
          {t("savedFilters:remove")}
        </Button>
      </Row>
    </PageForm>
  );
}
