import { useText } from "#app/components/text.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Prose } from "#app/ui/prose.tsx";

/** What somebody typed into a form that is no longer taken, to be copied from here: nothing typed is lost. Nothing for an empty form. */
export function KeptWords({ words }: { words: readonly { label: string; text: string }[] }) {
  const { t } = useText();
  const typed = words.filter(({ text }) => text.trim() !== "");
  if (typed.length === 0) return null;
  return (
    <Section id="kept" title={t("submission:kept.title")} about={t("submission:kept.about")}>
      <DescriptionList items={typed.map(({ label, text }) => ({ term: label, description: <Prose text={text} /> }))} />
    </Section>
  );
}
