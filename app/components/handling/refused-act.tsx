import { useText } from "#app/components/text.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import type { Typed } from "./act-step.ts";

/** Fields that hold words somebody wrote; choices and ids are quickly chosen again. */
const written = [
  "explanation",
  "body",
  "referral",
  "instruction",
  "reason",
  "question",
  "note",
  "words",
  "dueOn",
  "title",
  "passage",
];

/**
 * An act that was not done because things changed meanwhile, it is not allowed, or too many came at once: why, what was typed (nothing is
 * lost), and the way to the present state.
 */
export function RefusedActView({
  messageKey,
  params,
  typed,
  presentHref,
}: {
  messageKey: string;
  params: Record<string, string | number>;
  typed: Typed;
  presentHref: string;
}) {
  const { t } = useText();
  const texts = written.flatMap((name) => (typed[name] ? [{ name, text: typed[name] }] : []));
  return (
    <Stack>
      <DeskHeading title={t("desk:handling.conflict.title")} />
      <NotificationBanner
        tone="error"
        live
        title={t(`errors:${messageKey}`, params)}
        headingLevel="p"
        actions={<ButtonLink href={presentHref}>{t("desk:handling.conflict.present")}</ButtonLink>}
      />
      {texts.length > 0 && (
        <Card>
          <h2 className="heading-4">{t("desk:handling.conflict.typedTitle")}</h2>
          <p>{t("desk:handling.conflict.typedAbout")}</p>
          {texts.map(({ name, text }) => (
            <QuotedText key={name} text={text} source={t(`desk:handling.conflict.field.${name}`)} />
          ))}
        </Card>
      )}
    </Stack>
  );
}
