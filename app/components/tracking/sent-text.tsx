import { useText } from "#app/components/text.tsx";
import { type Description, DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { Tracked } from "./state-words.ts";

/** What the author sent, as it is now, with who can read each part. Name and telephone are left out: the link may be in wrong hands. */
export function SentText({ item }: { item: Tracked }) {
  const { t } = useText();
  return (
    <Section id="sent" title={t("track:sent.title")} about={t("track:sent.about")}>
      <Disclosure summary={t("track:sent.open")} boxed>
        <DescriptionList items={partsOf(item, t)} layout="stacked" />
      </Disclosure>
    </Section>
  );
}

type Words = (key: string) => string;

function partsOf(item: Tracked, t: Words): Description[] {
  const isPublic = item.type === "comment" || item.kind !== "INQUIRY";
  const part = (visibility: "public" | "private", term: () => string, text: string | null): Description[] =>
    text === null || text === ""
      ? []
      : [
          {
            term: term(),
            description: <Prose text={text} />,
            visibility,
            visibilityText: t(visibility === "public" ? "common:visibility.public" : "common:visibility.city"),
          },
        ];
  const shown = isPublic ? "public" : "private";
  if (item.type === "comment") {
    const label = (name: string) => () => t(`comment:form.fields.${name}.label`);
    const { body, displayName, stance } = item.text;
    return [
      ...part(shown, label("stance"), stance && t(`comment:stance.${stance}`)),
      ...part(shown, label("body"), body),
      ...part(shown, label("displayName"), displayName),
    ];
  }
  const words = `submission:${item.kind.toLowerCase()}`;
  const label = (name: string) => () => t(`${words}.fields.${name}.label`);
  const { text, cityOnly } = item;
  return [
    ...part(shown, label("organizationName"), text.organizationName),
    ...part(shown, label("title"), text.title),
    ...part(shown, label("body"), text.body),
    ...part(shown, label("expectedEffect"), text.expectedEffect),
    ...part(shown, label("area"), text.area),
    ...part(shown, label("displayName"), text.displayName),
    ...(cityOnly === null
      ? []
      : [
          ...part("private", label("cooperation"), cityOnly.cooperation),
          ...part("private", label("request"), cityOnly.request),
          ...part("private", label("costSharing"), t(`submission:costSharing.${cityOnly.costSharing}`)),
          ...part("private", label("confidentialNote"), cityOnly.confidentialNote),
        ]),
  ];
}
