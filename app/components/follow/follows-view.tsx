import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { followPaces } from "#app/domain/follow/follow.ts";
import type { FollowsPage } from "#app/domain/follow/queries/get-follows-page.server.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { thingWords } from "./thing-words.ts";

type Props = {
  token: string;
  follows: FollowsPage;
  done: "saved" | "address" | null;
  answer?: { email: string; problems: FieldProblems };
};

/** What an address follows, for its owner: how often, in which language, at which address, and the end of it. */
export function FollowsView({ token, follows: { address, locale, follows, isKeptElsewhere }, done, answer }: Props) {
  const { t, path } = useText();
  const key = answer?.problems.email?.[0];
  const problem = key === undefined ? undefined : t(`errors:${key}`);
  return (
    <PageBody width="reading">
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={problem === undefined ? [] : [{ fieldId: "email", message: problem }]}
      />
      {done !== null && answer === undefined && (
        <NotificationBanner
          tone="success"
          live
          title={t(done === "saved" ? "follows:settings.saved" : "follows:settings.addressAsked")}
        >
          {done === "saved" ? undefined : t("follows:settings.addressAskedText")}
        </NotificationBanner>
      )}
      <PageHeading title={t("follows:settings.title")} lead={t("follows:settings.lead", { address })} />
      <Section id="follows" title={t("follows:settings.followsTitle")}>
        <PageForm className="flex flex-col gap-7">
          <ul className="flex flex-col gap-7">
            {follows.map(({ id, pace, thing }) => {
              const words = thingWords(t, thing);
              return (
                <li key={id} className="flex flex-col gap-2">
                  <Select
                    id={`pace-${id}`}
                    name={`pace-${id}`}
                    label={words}
                    support={
                      thing.type === "proposal" && thing.title === null ? t("follows:thing.proposalGone") : undefined
                    }
                    defaultValue={pace}
                    options={followPaces.map((value) => ({ value, label: t(`follows:pace.${value}`) }))}
                  />
                  <Link
                    href={path(paths.stopFollowing(token, id))}
                    alone
                    aria-label={t("follows:settings.stopOf", { thing: words })}
                  >
                    {t("follows:settings.stop")}
                  </Link>
                </li>
              );
            })}
          </ul>
          {follows.length === 0 && <p>{t("follows:settings.none")}</p>}
          <Select
            id="locale"
            name="locale"
            label={t("follows:settings.language")}
            defaultValue={locale}
            options={locales.map((value) => ({
              value,
              label: t(`common:languages.${value}`),
              lang: value === "en" ? "en" : "ja",
            }))}
          />
          <FormActions>
            <Button wide name="act" value="save">
              {t("follows:settings.save")}
            </Button>
          </FormActions>
        </PageForm>
      </Section>
      <Section id="address" title={t("follows:settings.addressTitle")}>
        <PageForm className="flex flex-col gap-7">
          <TextInput
            id="email"
            name="email"
            label={t("follows:settings.newAddress")}
            required
            requirementText={t("common:required")}
            error={problem}
            defaultValue={answer?.email}
            autoComplete="email"
            inputMode="email"
          />
          <FormActions>
            <Button wide variant="outline" name="act" value="address">
              {t("follows:settings.changeAddress")}
            </Button>
          </FormActions>
        </PageForm>
      </Section>
      <Section id="forget" title={t("follows:settings.forgetTitle")}>
        <p>
          {t("follows:settings.forgetText")}
          {isKeptElsewhere && t("follows:settings.forgetKept")}
        </p>
        <FormActions>
          <ButtonLink href={path(paths.stopFollowing(token, "all"))} variant="outline">
            {t("follows:settings.forget")}
          </ButtonLink>
        </FormActions>
      </Section>
    </PageBody>
  );
}
