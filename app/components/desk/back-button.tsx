import { useText } from "#app/components/text.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** The way from one thing's page back to the list it stands in. */
export function BackButton({ href }: { href: string }) {
  const { t } = useText();
  return (
    <ButtonLink href={href} variant="outline">
      {t("desk:form.back")}
    </ButtonLink>
  );
}
