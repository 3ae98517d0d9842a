import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { followPaces } from "#app/domain/follow/follow.ts";
import type { ShownThing } from "#app/domain/follow/queries/show-things.server.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ThingName } from "./thing-name.tsx";
import { thingPath } from "./thing-words.ts";

const fields = ["email", "pace"] as const;

/** Asks for an address, and how often something may come there. */
export function FollowFormPage({
  thing,
  isAsked,
  answer,
}: {
  thing: ShownThing;
  isAsked: boolean;
  answer?: { values: { email: string; pace: string }; problems: FieldProblems };
}) {
  const { t, path } = useText();
  const problemOf = (name: (typeof fields)[number]) => {
    const key = answer?.problems[name]?.[0];
    return key === undefined ? undefined : t(`errors:${key}`);
  };
  const texts = (name: (typeof fields)[number]) => ({
    id: name,
    name,
    label: t(`follows:form.${name}`),
    required: true,
    requirementText: t("common:required"),
    error: problemOf(name),
  });
  const back = (
    <ButtonLink href={path(thingPath(thing))} variant="outline">
      {t("follows:form.back")}
    </ButtonLink>
  );
  if (isAsked) {
    return (
      <PageBody width="reading">
        <NotificationBanner tone="success" live title={t("follows:asked.title")}>
          {t("follows:asked.text")}
        </NotificationBanner>
        <PageHeading title={t("follows:form.title")} />
        <ThingName thing={thing} />
        <p>{t("follows:asked.late")}</p>
        <FormActions>{back}</FormActions>
      </PageBody>
    );
  }
  return (
    <PageBody width="reading">
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={fields.flatMap((fieldId) => {
          const message = problemOf(fieldId);
          const label = t(`follows:form.${fieldId}`);
          return message === undefined ? [] : [{ fieldId, message: t("submission:errorOfField", { label, message }) }];
        })}
      />
      <PageHeading title={t("follows:form.title")} lead={t("follows:form.lead")} />
      <ThingName thing={thing} />
      <PageForm className="flex flex-col gap-7">
        <TextInput
          {...texts("email")}
          support={t("follows:form.emailSupport")}
          defaultValue={answer?.values.email}
          autoComplete="email"
          inputMode="email"
        />
        <RadioGroup
          {...texts("pace")}
          choices={followPaces.map((pace) => ({ value: pace, label: t(`follows:pace.${pace}`) }))}
          defaultValue={answer?.values.pace || "AT_ONCE"}
        />
        <p>
          {t("follows:form.kept")} <Link href={path(paths.privacy())}>{t("follows:form.privacy")}</Link>
        </p>
        <FormActions>
          <Button size="lg" wide icon="mail">
            {t("follows:form.send")}
          </Button>
          {back}
        </FormActions>
      </PageForm>
    </PageBody>
  );
}
