import type { ReactNode } from "react";
import { useText, useTextTree } from "#app/components/text.tsx";
import { appealPeriodDays } from "#app/domain/shared/appeal-period.ts";
import { PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { PhoneLink } from "#app/ui/link.tsx";
import { PageNavigation } from "#app/ui/page-navigation.tsx";
import { Crumbs } from "./crumbs.tsx";
import { ReadAloud } from "./read-aloud.tsx";

/** The pages on which the city says what it promises. Their words are the locale files' `promises`. */
export type PromiseName = "accessibility" | "privacy" | "guidelines" | "help";

type PromiseSection = { heading: string; paragraphs: string[]; items: string[] };

/**
 * One promise page; `desk` and `phone` fill the gaps in its sentences.
 *
 * @param after what stands below a section besides its words, by the section's place from 0
 */
export function PromisePage({
  name,
  desk,
  phone,
  after = {},
}: {
  name: PromiseName;
  desk: string;
  phone: string;
  after?: Readonly<Record<number, ReactNode>>;
}) {
  const { t } = useText();
  const sections = useTextTree<PromiseSection[]>(`promises:${name}.sections`, { desk, phone, days: appealPeriodDays });
  const title = t(`promises:${name}.title`);
  const id = (index: number) => `part-${index + 1}`;
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: title }]} />} width="reading">
      <PageHeading title={title} lead={t(`promises:${name}.lead`, { desk, phone })} />
      <PageNavigation
        label={t("interface:contents")}
        parts={sections.map((section, index) => ({ id: id(index), label: section.heading }))}
      />
      <ReadAloud />
      {sections.map((section, index) => (
        <Section key={section.heading} id={id(index)} title={section.heading}>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.items.length > 0 && (
            <ul className="flex list-disc flex-col gap-2 pl-6 marker:text-accent">
              {section.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          {after[index]}
        </Section>
      ))}
      <p className="flex flex-wrap items-center gap-x-4 border-t border-line pt-4">
        <span>{desk}</span>
        <PhoneLink number={phone} />
      </p>
    </PageBody>
  );
}
