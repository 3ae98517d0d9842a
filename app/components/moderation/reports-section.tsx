import { ActForm, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { Moment, momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import { reportIds } from "#app/domain/moderation/report.schema.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { closingOutcomes } from "#app/domain/report/report.ts";
import type { ClosedReport, ReportView } from "#app/domain/report/report-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Row, Section, Stack } from "#app/ui/layout.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = {
  page: ReviewPage;
  version: number;
  step: ActStep | undefined;
  /** False while somebody else has the item, or a decision about it waits. */
  mayClose: boolean;
};

/** What readers reported about a text, the form that closes it, and what became of earlier reports. */
export function ReportsSection(props: Props) {
  const { t } = useText();
  const { page, version, step, mayClose } = props;
  const { open, closed } = page.reports;
  if (open.length === 0 && closed.length === 0) return null;
  return (
    <Section id="reports" title={t("deskReports:title")} about={open.length > 0 && t("deskReports:about")}>
      <Stack>
        {open.map((report) => (
          <OpenReport key={report.id} report={report} version={version} step={step} />
        ))}
        {open.length > 0 && mayClose && page.decides && <CloseForm {...props} />}
        {closed.length > 0 && (
          <Disclosure boxed summary={`${t("deskReports:closed")} (${closed.length})`}>
            <Stack>
              {closed.map((report) => (
                <PastReport key={report.id} report={report} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}

function ReportHead({ report }: { report: ReportView }) {
  const { t, locale } = useText();
  return (
    <Row>
      <strong>{report.reason ?? t("deskReports:other")}</strong>
      <span className="text-small text-ink-soft">
        <Moment at={report.at} locale={locale} /> · {t("desk:review.revision", { n: report.revision })}
      </span>
      {report.isRepeat && <StatusBadge tone="neutral">{t("deskReports:repeat")}</StatusBadge>}
    </Row>
  );
}

function OpenReport({ report, version, step }: { report: ReportView } & Pick<Props, "version" | "step">) {
  const { t } = useText();
  const shown = step?.step === "reporter" && step.report === report.id ? step.reporter : null;
  return (
    <div className="flex flex-col gap-2">
      <ReportHead report={report} />
      {report.words !== null && <QuotedText text={report.words} />}
      {report.hasAddress === false && <p className="text-small text-ink-soft">{t("deskReports:noAddress")}</p>}
      {report.hasAddress === null && <p className="text-small text-ink-soft">{t("deskReports:addressHidden")}</p>}
      {report.hasAddress === true &&
        (shown ? (
          <p>
            {t("desk:review.contact.email")}: <OwnWords>{shown.email ?? ""}</OwnWords>{" "}
            {t(`desk:review.contact.${shown.emailConfirmed ? "confirmed" : "unconfirmed"}`)}
          </p>
        ) : (
          <ActForm act="show-reporter" version={version}>
            <input type="hidden" name="report" value={report.id} />
            <p className="text-small text-ink-soft">{t("deskReports:hasAddress")}</p>
            <div>
              <Button name="intent" value="send" variant="outline" size="sm" icon="eye">
                {t("deskReports:showAddress")}
              </Button>
            </div>
          </ActForm>
        ))}
    </div>
  );
}

function CloseForm({ page, version, step }: Props) {
  const { t } = useText();
  const field = useActField("close-reports", step);
  return (
    <ActForm act="close-reports" version={version}>
      <h3 className="heading-4">{t("deskReports:close.title")}</h3>
      {page.mayDecide.includes("HIDE") && <p>{t("deskReports:close.orHide")}</p>}
      <input type="hidden" name="reports" value={reportIds(page.reports.open)} />
      <RadioGroup
        {...field("outcome")}
        choices={closingOutcomes.map((outcome) => ({
          value: outcome,
          label: t(`deskReports:outcome.${outcome}`),
          support: t(`deskReports:close.tells.${outcome}`),
        }))}
      />
      <Textarea {...field("explanation")} support={t("deskReports:close.explanationSupport")} rows={4} />
      <FormActions>
        <Button name="intent" value="confirm" wide>
          {t("deskReports:close.next")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

function PastReport({ report }: { report: ClosedReport }) {
  const { t, locale } = useText();
  return (
    <div className="flex flex-col gap-2">
      <ReportHead report={report} />
      {report.words !== null && <QuotedText text={report.words} />}
      <p>
        {t(`deskReports:outcome.${report.outcome}`)}{" "}
        <span className="text-small text-ink-soft">
          {report.by !== null && `${report.by} · `}
          {momentOf(report.closedAt, locale).text}
        </span>
      </p>
      {report.explanation !== null && (
        <QuotedText text={report.explanation} source={t("deskReports:close.explanation")} />
      )}
    </div>
  );
}
