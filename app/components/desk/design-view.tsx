import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import { Breadcrumb } from "#app/ui/breadcrumb.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choice-group.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DateInput } from "#app/ui/date-input.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ConfirmDialog } from "#app/ui/desk-dialog.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmergencyBanner } from "#app/ui/emergency-banner.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { EmptyState, Row, Section, Stack } from "#app/ui/layout.tsx";
import { Link, PhoneLink } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { PageNavigation } from "#app/ui/page-navigation.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { ResourceList } from "#app/ui/resource-list.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { StepNavigation } from "#app/ui/step-navigation.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

const tones = ["success", "error", "warning", "info"] as const;
const states = ["neutral", "info", "progress", "success", "warning", "error"] as const;
const variants = ["solid", "outline", "text", "danger"] as const;

/** What is written on what; app/styles/looks.test.ts keeps the contrast of each in every look. */
const pairs = [
  ["ink / surface", "border-line bg-surface text-ink"],
  ["ink-soft / surface-soft", "border-line bg-surface-soft text-ink-soft"],
  ["ink-faint / surface-sunken", "border-line-strong bg-surface-sunken text-ink-faint"],
  ["link / surface", "border-line bg-surface text-link"],
  ["accent / accent-soft", "border-accent-line bg-accent-soft text-accent"],
  ["on-accent / accent", "border-accent bg-accent text-on-accent"],
  ["on-feature / feature", "border-feature-line bg-feature text-on-feature"],
  ["on-bar / bar", "border-line bg-bar text-on-bar"],
  ["success / success-soft", "border-success-line bg-success-soft text-success"],
  ["warning / warning-soft", "border-warning-line bg-warning-soft text-warning"],
  ["error / error-soft", "border-error-line bg-error-soft text-error"],
  ["notice / notice-soft", "border-notice-line bg-notice-soft text-notice"],
] as const;

const sizes = [
  ["heading-hero", "heading-hero"],
  ["heading-1", "heading-1"],
  ["heading-2", "heading-2"],
  ["heading-3", "heading-3"],
  ["heading-4", "heading-4"],
  ["text-lead", "text-lead"],
  ["text-body", "text-body"],
  ["text-small", "text-small"],
] as const;

/** The parts pages are made of, each in its states, with when to use it: to look at in every look, size and width. */
export function DesignView() {
  const { t } = useText();
  const word = t("design:word");
  const long = t("design:long");
  const choices = ["a", "b", "c"].map((value) => ({ value, label: word, support: value === "b" ? long : undefined }));
  const options = choices.map(({ value, label }) => ({ value, label }));
  const field = (id: string, state: "plain" | "error" = "plain") => ({
    id: `sample-${id}`,
    name: id,
    label: word,
    required: state === "error",
    requirementText: t(state === "error" ? "common:required" : "common:optional"),
    support: long,
    error: state === "error" ? t("errors:required") : undefined,
  });
  const parts: Record<string, ReactNode> = {
    colour: (
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-2">
        {pairs.map(([name, look]) => (
          <li key={name} className={classNames("rounded-8 border px-3 py-2 font-bold", look)}>
            {name}
          </li>
        ))}
      </ul>
    ),
    text: (
      <Stack gap="sm">
        {sizes.map(([name, look]) => (
          <p key={name} className={look}>
            {name} {word}
          </p>
        ))}
      </Stack>
    ),
    button: (
      <Row>
        {variants.map((variant) => (
          <Button key={variant} type="button" variant={variant}>
            {word}
          </Button>
        ))}
        <Button type="button" size="lg" iconAfter="arrow-right">
          {word}
        </Button>
        <Button type="button" size="sm" icon="search">
          {word}
        </Button>
        <ButtonLink href="#button" variant="outline">
          {word}
        </ButtonLink>
      </Row>
    ),
    link: (
      <Row>
        <Link href="#link">{word}</Link>
        <Link href="#link" alone iconAfter="arrow-right">
          {word}
        </Link>
        <PhoneLink number="0144-32-6169" />
      </Row>
    ),
    field: (
      <Stack>
        <TextInput {...field("line")} visibility="public" visibilityText={t("common:visibility.public")} />
        <TextInput {...field("line-error", "error")} />
        <TextInput {...field("line-fixed")} readOnly defaultValue={word} />
        <Textarea {...field("text")} limit={100} note={t("desk:form.upTo", { n: 100 })} defaultValue={long} />
        <Textarea {...field("text-error", "error")} />
      </Stack>
    ),
    select: (
      <Stack>
        <Select {...field("select")} options={options} emptyLabel={t("desk:form.choose")} />
        <Select {...field("select-error", "error")} options={options} emptyLabel={t("desk:form.choose")} />
      </Stack>
    ),
    choice: (
      <Stack>
        <RadioGroup {...field("radio")} choices={choices} defaultValue="a" />
        <RadioGroup {...field("radio-error", "error")} choices={choices} />
        <CheckboxGroup {...field("boxes")} choices={choices} defaultValues={["a", "c"]} />
        <Checkbox {...field("box", "error")} />
      </Stack>
    ),
    date: (
      <Stack>
        <DateInput {...field("date")} support={undefined} defaultValue="令和8年12月8日" />
        <DateInput {...field("date-error", "error")} error={t("errors:date")} defaultValue="8-12-8" />
      </Stack>
    ),
    file: (
      <Stack>
        <FileInput {...field("file")} support={t("design:fileSupport")} accept="application/pdf" />
        <FileInput {...field("file-error", "error")} support={t("design:fileSupport")} accept="application/pdf" />
      </Stack>
    ),
    banner: (
      <Stack>
        {tones.map((tone) => (
          <NotificationBanner key={tone} tone={tone} headingLevel="h3" title={word}>
            {long}
          </NotificationBanner>
        ))}
      </Stack>
    ),
    emergency: (
      <EmergencyBanner
        label={`${word} 2`}
        text={long}
        link={{ href: "#emergency", label: t("interface:emergency.more") }}
      />
    ),
    errors: (
      <ul className="list-disc pl-6">
        {["line", "text", "select"].map((id) => (
          <li key={id}>
            <a
              href={`#sample-${id}-error`}
              className="inline-flex min-h-11 items-center font-bold text-error visited:text-error"
            >
              {t("errors:required")}
            </a>
          </li>
        ))}
      </ul>
    ),
    way: (
      <Stack>
        <Breadcrumb
          label={t("common:breadcrumb.label")}
          crumbs={[
            { label: t("common:breadcrumb.home"), href: "#way" },
            { label: word, href: "#way-2" },
            { label: long },
          ]}
        />
        <Pagination
          label={t("common:pagination.label")}
          previous={{ href: "#way", label: t("common:pagination.previous") }}
          next={{ href: "#way", label: t("common:pagination.next") }}
          status="21–40"
        />
      </Stack>
    ),
    search: (
      <SearchBox
        id="sample-search"
        action="#search"
        name="q"
        label={word}
        buttonText={t("common:nav.search")}
        defaultValue={long}
      />
    ),
    empty: (
      <EmptyState
        title={long}
        actions={
          <ButtonLink href="#empty" variant="outline">
            {word}
          </ButtonLink>
        }
      >
        {long}
      </EmptyState>
    ),
    step: (
      <StepNavigation
        label={t("design:parts.step.name")}
        summary={long}
        doneText={t("interface:tones.success")}
        current={1}
        steps={[{ label: `${word} 1` }, { label: `${word} 2` }, { label: `${word} 3` }]}
      />
    ),
    table: (
      <Table
        id="sample"
        caption={`${word} 1`}
        rows={options}
        rowKey={({ value }) => value}
        columns={[
          { key: "n", header: word, rowHeader: true, cell: ({ value }) => value },
          { key: "t", header: word, cell: () => long },
          { key: "s", header: word, nowrap: true, cell: () => <StatusBadge tone="progress">{word}</StatusBadge> },
        ]}
      />
    ),
    list: (
      <Stack>
        <DescriptionList items={[{ term: word, description: long }]} />
        <ResourceList items={[{ href: "#list", title: word, about: long, icon: "document" }]} />
      </Stack>
    ),
    disclosure: (
      <Stack>
        <Disclosure summary={word}>{long}</Disclosure>
        <Disclosure boxed open summary={word}>
          {long}
        </Disclosure>
      </Stack>
    ),
    card: (
      <Stack>
        <Card>{long}</Card>
        <Card soft>{long}</Card>
      </Stack>
    ),
    badge: (
      <Row>
        {states.map((tone) => (
          <StatusBadge key={tone} tone={tone}>
            {word}
          </StatusBadge>
        ))}
        {(["neutral", "accent", "outline"] as const).map((tone) => (
          <ChipLabel key={tone} tone={tone}>
            {word}
          </ChipLabel>
        ))}
      </Row>
    ),
    timeline: (
      <Timeline
        entries={(["done", "current", "upcoming"] as const).map((state) => ({
          id: state,
          state,
          title: word,
          children: long,
        }))}
      />
    ),
    dialog: (
      <Row>
        <ConfirmDialog id="sample-dialog" openText={word} title={word} about={long}>
          <ButtonLink href="#dialog" variant="danger">
            {word}
          </ButtonLink>
        </ConfirmDialog>
      </Row>
    ),
  };
  return (
    <>
      <DeskHeading title={t("design:title")} about={t("design:about")} />
      <PageNavigation
        label={t("interface:contents")}
        columns
        parts={Object.keys(parts).map((id) => ({ id, label: t(`design:parts.${id}.name`) }))}
      />
      {Object.entries(parts).map(([id, part]) => (
        <Section key={id} id={id} title={t(`design:parts.${id}.name`)} about={t(`design:parts.${id}.when`)}>
          {part}
        </Section>
      ))}
    </>
  );
}
