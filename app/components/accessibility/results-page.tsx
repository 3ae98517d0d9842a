import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { addedCriteria, type Criterion, jisCriteria, testedOn } from "./criteria.ts";

const tables = [
  { key: "jis", criteria: jisCriteria },
  { key: "added", criteria: addedCriteria },
] as const;

/** The result of the accessibility test, criterion by criterion. On a phone each criterion is a paragraph: nothing scrolls sideways. */
export function ResultsPage() {
  const { t, locale } = useText();
  return (
    <PageBody
      width="reading"
      breadcrumb={
        <Crumbs
          items={[
            { label: t("promises:accessibility.title"), to: paths.accessibility() },
            { label: t("accessibility:title") },
          ]}
        />
      }
    >
      <PageHeading
        title={t("accessibility:title")}
        lead={t("accessibility:lead", { date: formatDate(testedOn, locale) })}
      />
      <Section id="means" title={t("accessibility:meansTitle")}>
        <ul className="flex max-w-reading list-disc flex-col gap-2 pl-6">
          {(["machine", "keys", "reading"] as const).map((means) => (
            <li key={means}>
              <strong>{t(`accessibility:means.${means}`)}</strong>: {t(`accessibility:meansAbout.${means}`)}
            </li>
          ))}
        </ul>
        <p className="max-w-reading">{t("accessibility:notDone")}</p>
      </Section>
      {tables.map(({ key, criteria }) => (
        <Section key={key} id={key} title={t(`accessibility:tables.${key}`)} about={t(`accessibility:about.${key}`)}>
          <CriteriaTable id={key} criteria={criteria} />
        </Section>
      ))}
    </PageBody>
  );
}

function CriteriaTable({ id, criteria }: { id: string; criteria: readonly Criterion[] }) {
  const { t, locale } = useText();
  const name = locale === "en" ? "en" : "ja";
  return (
    <table
      aria-labelledby={`${id}-heading`}
      className="w-full text-left wrap-anywhere [&_:is(td,th)]:py-2.5 [&_:is(td,th)]:pr-3 [&_:is(td,th)]:align-baseline"
    >
      <thead className="border-b-2 border-line-strong">
        <tr>
          <th scope="col">{t("accessibility:columns.criterion")}</th>
          <th scope="col">{t("accessibility:columns.result")}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {criteria.map((one) => (
          <tr key={one.number}>
            <th scope="row">
              {one.number} {one[name]} ({one.level})
              {one.note && <p className="text-small font-normal">{t(`accessibility:notes.${one.note}`)}</p>}
            </th>
            <td>
              {t(`accessibility:result.${one.result}`)}
              <p className="text-small">
                {one.means.map((means) => t(`accessibility:means.${means}`)).join(t("accessibility:separator"))}
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
