import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Illustration } from "./illustration.tsx";
import type { IllustrationName } from "./illustration-shapes.ts";
import { Phrases } from "./phrases.tsx";

export type ContainerWidth = "reading" | "page" | "desk";

const widths: Record<ContainerWidth, string> = {
  reading: "max-w-reading",
  page: "max-w-page",
  desk: "max-w-desk",
};

/** Centred column with safe side margins down to 320 px. */
export function Container({ width = "page", children }: { width?: ContainerWidth; children: ReactNode }) {
  return (
    <div className="px-4 desktop:px-8">
      <div className={classNames("mx-auto w-full", widths[width])}>{children}</div>
    </div>
  );
}

/**
 * The part of a page between header and footer: breadcrumb, then content with generous space between its parts.
 * Not for the home page, whose bands reach from edge to edge.
 */
export function PageBody({
  breadcrumb,
  width = "page",
  children,
}: {
  breadcrumb?: ReactNode;
  width?: ContainerWidth;
  children: ReactNode;
}) {
  return (
    <>
      {breadcrumb !== undefined && (
        <Container>
          <div className="pt-2">{breadcrumb}</div>
        </Container>
      )}
      <Container width={width}>
        <div className="flex flex-col gap-10 pt-6 pb-16 desktop:gap-14 desktop:pt-8 desktop:pb-24 paper:gap-6 paper:pt-4 paper:pb-4">
          {children}
        </div>
      </Container>
    </>
  );
}

/** The one `h1` of a page, with what stands around it. */
export function PageHeading({
  title,
  eyebrow,
  lead,
  badges,
  meta,
  picture,
  dir,
}: {
  title: ReactNode;
  /** Above the title: the theme, the number. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  badges?: ReactNode;
  meta?: ReactNode;
  /** An `Illustration`: above the title on a phone, beside it where there is room. */
  picture?: ReactNode;
  /** `auto` for a title that a person wrote. */
  dir?: "auto";
}) {
  return (
    <header
      className={classNames(
        "flex flex-col gap-3",
        picture !== undefined && "desktop:flex-row-reverse desktop:items-center desktop:justify-between desktop:gap-10",
      )}
    >
      {picture !== undefined && <div className="w-18 flex-none desktop:w-36 wide:w-44 paper:hidden">{picture}</div>}
      <div className="flex min-w-0 flex-col gap-3">
        {eyebrow !== undefined && <p className="font-bold text-accent">{eyebrow}</p>}
        <h1 dir={dir} className="heading-1">
          <Phrases>{title}</Phrases>
        </h1>
        {badges !== undefined && <div className="flex flex-wrap items-center gap-2">{badges}</div>}
        {meta !== undefined && <div className="text-small text-ink-faint">{meta}</div>}
        {lead !== undefined && <div className="text-lead max-w-reading text-ink-soft">{lead}</div>}
      </div>
    </header>
  );
}

/** A part of a page with its `h2`. `action` stands beside the heading (a link to all of them). */
export function Section({
  id,
  title,
  about,
  action,
  children,
}: {
  id: string;
  title: ReactNode;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="flex flex-col gap-5 desktop:gap-6 paper:gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <h2
          id={`${id}-heading`}
          className="heading-2 flex items-start gap-3 before:mt-[0.35em] before:size-[0.8em] before:flex-none before:rounded-[0.25em_0.25em_0_0.25em] before:bg-accent before:content-['']"
        >
          <span>
            <Phrases>{title}</Phrases>
          </span>
        </h2>
        {action}
      </div>
      {about !== undefined && <div className="max-w-reading text-ink-soft">{about}</div>}
      {children}
    </section>
  );
}

/** A band of the home page from edge to edge; `soft` gives it a tint of its own. */
export function Band({ soft = false, children }: { soft?: boolean; children: ReactNode }) {
  return (
    <div className={classNames("py-14 desktop:py-20 paper:py-3", soft && "bg-surface-soft")}>
      <Container>
        <div className="flex flex-col gap-14 desktop:gap-20 paper:gap-6">{children}</div>
      </Container>
    </div>
  );
}

/** Main content with something beside it from the wide breakpoint on. On a phone the side comes after the content. */
export function WithAside({
  children,
  aside,
  asideLabel,
}: {
  children: ReactNode;
  aside: ReactNode;
  asideLabel: string;
}) {
  return (
    <div className="grid grid-cols-1 gap-12 wide:grid-cols-[minmax(0,1fr)_20rem] wide:gap-14">
      <div className="flex min-w-0 flex-col gap-12">{children}</div>
      <aside aria-label={asideLabel} className="flex min-w-0 flex-col gap-6">
        {aside}
      </aside>
    </div>
  );
}

/** Two equal halves beside each other from the wide breakpoint on: public and city-only text, before and after. */
export function Halves({ children }: { children: [ReactNode, ReactNode] }) {
  return <div className="grid grid-cols-1 gap-6 wide:grid-cols-2">{children}</div>;
}

/** Parts of a page or a form below each other. */
export function Stack({ gap = "md", children }: { gap?: "sm" | "md" | "lg"; children: ReactNode }) {
  return (
    <div
      className={classNames(
        "flex flex-col",
        gap === "sm" && "gap-3",
        gap === "md" && "gap-6",
        gap === "lg" && "gap-10",
      )}
    >
      {children}
    </div>
  );
}

/** Things beside each other that wrap: badges, small links, buttons. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-3">{children}</div>;
}

/** A named group of fields inside a form. */
export function FormSection({ title, about, children }: { title: ReactNode; about?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-7 rounded-16 border border-line px-5 py-7 desktop:px-10 desktop:py-9">
      <div className="flex flex-col gap-1">
        <h2 className="heading-3">
          <Phrases>{title}</Phrases>
        </h2>
        {about !== undefined && <div className="text-ink-soft">{about}</div>}
      </div>
      {children}
    </section>
  );
}

/** The buttons that end a form, the main one first. On a phone they stand below each other, full width (`wide` buttons). */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 desktop:flex-row desktop:flex-wrap desktop:items-center paper:hidden">
      {children}
    </div>
  );
}

/** Filters above a list, as a GET form: fields in a grid, then the button. */
export function FilterBar({
  action,
  label,
  children,
  actions,
}: {
  action: string;
  label: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <form
      action={action}
      method="get"
      aria-label={label}
      className="flex flex-col gap-4 rounded-16 border border-soft-line bg-surface-soft px-5 py-5 desktop:px-6 paper:hidden"
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] items-end gap-4 narrow:[&>:last-child:nth-child(odd)]:col-span-full">
        {children}
      </div>
      <div className="flex flex-wrap items-center gap-4">{actions}</div>
    </form>
  );
}

/** When there is nothing to show: what that means, and what can be done next. */
export function EmptyState({
  title,
  picture = "talk",
  children,
  actions,
}: {
  title: ReactNode;
  picture?: IllustrationName;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-16 bg-surface-soft px-6 py-12 text-center paper:py-2">
      <Illustration name={picture} className="size-20 paper:hidden" />
      <p className="heading-3">
        <Phrases>{title}</Phrases>
      </p>
      {children !== undefined && <div className="max-w-reading text-ink-soft">{children}</div>}
      {actions !== undefined && <div className="flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}

/** Numbers that matter, large, each with what it counts. */
export function FigureList({
  items,
}: {
  items: ReadonlyArray<{ label: string; value: ReactNode; unit?: string; note?: ReactNode }>;
}) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-8 wide:grid-cols-4">
      {items.map((item) => (
        <div key={item.label} className="flex flex-col gap-1 border-l-4 border-accent pl-4">
          <dt className="text-small font-bold text-ink-soft">{item.label}</dt>
          <dd className="flex flex-col">
            <span>
              <span className="text-[2rem]/[1.2] font-bold text-accent tabular-nums desktop:text-[2.5rem]/[1.2]">
                {item.value}
              </span>
              {item.unit !== undefined && <span className="ml-1 font-bold">{item.unit}</span>}
            </span>
            {item.note !== undefined && <span className="text-small text-ink-faint">{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What happens, in numbered steps: for explaining a way, not for showing where one is (that is StepNavigation). */
export function NumberedSteps({
  steps,
  headingLevel: Heading = "h3",
}: {
  /** `when`: how long it takes, or what one has then; a few words above the text. */
  steps: ReadonlyArray<{ title: ReactNode; when?: ReactNode; text?: ReactNode }>;
  headingLevel?: "h2" | "h3" | "h4";
}) {
  return (
    <ol className="grid grid-cols-1 gap-6 desktop:grid-cols-2 wide:auto-cols-fr wide:grid-flow-col wide:grid-cols-none">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
        <li key={index} className="flex gap-4 wide:flex-col">
          <span
            aria-hidden="true"
            className="tile-speech flex size-11 flex-none items-center justify-center bg-accent text-[1.25rem]/[1] font-bold text-on-accent"
          >
            {index + 1}
          </span>
          <div className="flex flex-col gap-1">
            <Heading className="heading-3">
              <Phrases>{step.title}</Phrases>
            </Heading>
            {step.when !== undefined && <p className="font-bold text-accent">{step.when}</p>}
            {step.text !== undefined && <div className="text-ink-soft">{step.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
