import { useText } from "#app/components/text.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { type FormSpec, fieldsOf } from "./form-spec.ts";
import { labelOf } from "./form-words.ts";
import { MarkedText } from "./marked-text.tsx";

/** What was typed into a form that takes nothing any more: it was not sent, and it is not lost. */
export function KeptText({ spec, values }: { spec: FormSpec; values: Record<string, string> }) {
  const { t } = useText();
  const items = fieldsOf(spec).flatMap((field) => {
    const text = (values[field.name] ?? "").trim();
    if (text === "" || field.control === "choice") return [];
    return [{ term: labelOf(t, spec, field), description: <MarkedText text={text} findings={[]} /> }];
  });
  if (items.length === 0) return null;
  return (
    <Section id="kept" title={t("policy:kept.title")} about={t("policy:kept.about")}>
      <DescriptionList layout="stacked" items={items} />
    </Section>
  );
}
