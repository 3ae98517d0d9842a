import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import type { TemplatePreview } from "#app/domain/mail/mail-examples.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Halves, Row, Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

type Shown = Omit<TemplatePreview, "html">;

/** One message as it is sent: its subject, its text at the width mail programs show, and its HTML in light and dark. */
export function TemplatePreviewView({ preview, hasHtml }: { preview: Shown; hasHtml: boolean }) {
  const { t } = useText();
  const { template, locale, example, examples, audience, subject, text } = preview;
  const language = locale === "en" ? "en" : "ja";
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Choices
          label={t("mailTemplates:language")}
          choices={locales.map((other) => ({
            key: other,
            href: paths.deskMailTemplate(template, { lang: other, example }),
            words: t(`mailLog:language.${other}`),
            isChosen: other === locale,
          }))}
        />
        {examples.length > 1 && (
          <Choices
            label={t("mailTemplates:exampleLabel")}
            choices={examples.map((other) => ({
              key: other,
              href: paths.deskMailTemplate(template, { lang: locale, example: other }),
              words: t(`mailTemplates:example.${template}.${other}`),
              isChosen: other === example,
            }))}
          />
        )}
      </Stack>
      <DescriptionList
        items={[
          { term: t("mailTemplates:to"), description: t(`mailTemplates:audience.${audience}`) },
          {
            term: t("mailTemplates:subject"),
            description: (
              <span lang={language} className="wrap-anywhere">
                {subject}
              </span>
            ),
          },
        ]}
      />
      <Section id="text" title={t("mailTemplates:text")} about={t("mailTemplates:textAbout")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to be scrolled by keyboard */}
        <section aria-label={t("mailTemplates:frame.text")} tabIndex={0} className="overflow-x-auto">
          {/* 35 full-width characters are 35em in every font, 70 half-width ones 70ch; the wider of both is a mail's line. */}
          <pre
            lang={language}
            className="w-max min-w-[calc(max(70ch,35em)+2rem)] rounded-8 border border-line bg-surface-soft p-4 font-mono text-small tracking-normal whitespace-pre"
          >
            {text}
          </pre>
        </section>
      </Section>
      {hasHtml ? (
        <HtmlPreview preview={preview} />
      ) : (
        <p className="max-w-reading text-ink-soft">{t("mailTemplates:textOnly")}</p>
      )}
    </Stack>
  );
}

function HtmlPreview({ preview: { template, locale, example } }: { preview: Shown }) {
  const { t } = useText();
  const address = (look?: string) => paths.deskMailTemplateHtml(template, { lang: locale, example, look });
  const frame = (look: "light" | "dark"): ReactNode => (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="heading-4">{t(`mailTemplates:look.${look}`)}</figcaption>
      <iframe
        src={address(look)}
        title={t(`mailTemplates:frame.${look}`)}
        sandbox=""
        loading="lazy"
        className="h-[44rem] w-full rounded-12 border border-line-strong"
      />
    </figure>
  );
  return (
    <Section id="html" title={t("mailTemplates:html")} about={t("mailTemplates:htmlAbout")}>
      <Halves>
        {frame("light")}
        {frame("dark")}
      </Halves>
      <Row>
        <Link href={address()} alone>
          {t("mailTemplates:look.sent")}
        </Link>
        <Link href={address("bare")} alone>
          {t("mailTemplates:look.bare")}
        </Link>
      </Row>
    </Section>
  );
}

type Choice = { key: string; href: string; words: string; isChosen: boolean };

/** The same page with another choice: links, the one that is shown marked. */
function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-2">
      <span className="font-bold">{label}</span>
      <ul className="flex flex-wrap gap-x-1">
        {choices.map(({ key, href, words, isChosen }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={isChosen ? "page" : undefined}
              className={
                isChosen
                  ? "inline-flex min-h-11 items-center rounded-6 bg-accent-soft px-3 font-bold text-accent no-underline visited:text-accent"
                  : "inline-flex min-h-11 items-center rounded-6 px-3"
              }
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
