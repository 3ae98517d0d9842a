import type { ReactNode } from "react";
import { Container } from "./layout.tsx";

/** The first screen of the home page: what this is, in one look, and the two or three things one can do. */
export function Hero({
  title,
  lead,
  actions,
  note,
  facts,
}: {
  title: ReactNode;
  lead: ReactNode;
  actions: ReactNode;
  note?: ReactNode;
  /** Below all of it, from edge to edge of the column: the proof. */
  facts?: ReactNode;
}) {
  return (
    <div className="overflow-hidden bg-accent-soft">
      <Container>
        <div className="grid grid-cols-1 items-center gap-8 desktop:gap-10 pt-10 pb-12 desktop:pt-14 desktop:pb-16 desktop:grid-cols-[minmax(0,1fr)_16rem] wide:grid-cols-[minmax(0,1fr)_26rem] wide:gap-12 wide:pt-16 wide:pb-20">
          <div className="flex flex-col gap-6">
            <h1 className="heading-hero">{title}</h1>
            <div className="text-lead max-w-[36rem]">{lead}</div>
            <div className="flex flex-col gap-4 pt-2 desktop:flex-row desktop:flex-wrap">{actions}</div>
            {note !== undefined && <div className="text-small text-ink-soft">{note}</div>}
          </div>
          <SquareScene />
        </div>
        {facts !== undefined && <div className="-mt-4 pb-10 desktop:-mt-6 desktop:pb-12">{facts}</div>}
      </Container>
    </div>
  );
}

/** The name mark grown into a scene: somebody's words, people, the city hall, and the reply. */
function SquareScene() {
  return (
    <svg
      className="mx-auto hidden h-auto w-full max-w-[26rem] desktop:block paper:hidden"
      width="416"
      height="416"
      viewBox="0 0 416 416"
      aria-hidden="true"
    >
      <path className="fill-mark-1" d="M8 62A54 54 0 0 1 62 8h140v124a76 76 0 0 0-70 70H8z" />
      <path className="fill-mark-2" d="M214 8h140a54 54 0 0 1 54 54v140H284a76 76 0 0 0-70-70z" />
      <path className="fill-mark-3" d="M8 214h124a76 76 0 0 0 70 70v124H62a54 54 0 0 1-54-54z" />
      <path className="fill-mark-4" d="M284 214h124v194H214V284a76 76 0 0 0 70-70z" />

      <circle className="fill-surface" cx="208" cy="208" r="58" />
      <g className="fill-mark-1">
        <circle cx="208" cy="178" r="9" />
        <circle cx="182" cy="221" r="9" />
        <circle cx="234" cy="221" r="9" />
      </g>
      <circle className="fill-none stroke-mark-3" strokeWidth="3" strokeDasharray="5 7" cx="208" cy="206" r="30" />

      <path
        className="fill-surface"
        d="M48 58h116a12 12 0 0 1 12 12v52a12 12 0 0 1-12 12H94l-26 24v-24H48a12 12 0 0 1-12-12V70a12 12 0 0 1 12-12z"
      />
      <path className="fill-none stroke-mark-3" strokeWidth="8" strokeLinecap="round" d="M58 84h94M58 106h62" />

      <g className="fill-surface">
        <circle cx="300" cy="74" r="20" />
        <path d="M264 146v-8a36 36 0 0 1 72 0v8z" />
        <circle cx="356" cy="98" r="15" />
        <path d="M346 146v-10a44 44 0 0 0-6-20 28 28 0 0 1 44 24v6z" />
      </g>

      <g className="fill-surface">
        <path d="M40 300l62-34 62 34v12H40z" />
        <path d="M50 320h16v44H50zM78 320h16v44H78zM110 320h16v44h-16zM138 320h16v44h-16zM40 370h124v12H40z" />
      </g>

      <path
        className="fill-surface"
        d="M264 276h104a12 12 0 0 1 12 12v58a12 12 0 0 1-12 12h-18v24l-26-24h-60a12 12 0 0 1-12-12v-58a12 12 0 0 1 12-12z"
      />
      <path
        className="fill-none stroke-mark-1"
        strokeWidth="10"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M292 318l18 18 34-38"
      />
    </svg>
  );
}

/** A few numbers in one line, each with what it counts, and a way to all of them. */
export function HeroFacts({
  label,
  facts,
  more,
}: {
  label: string;
  facts: ReadonlyArray<{ name: string; value: ReactNode; unit?: string }>;
  more: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 rounded-16 bg-surface px-5 py-5 desktop:px-8"
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-4 desktop:gap-x-14">
        {facts.map(({ name, value, unit }) => (
          <div key={name} className="flex flex-col">
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd className="font-bold">
              <span className="text-[1.75rem]/[1.3] text-accent tabular-nums">{value}</span>
              {unit !== undefined && <span className="ml-1">{unit}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {more}
    </section>
  );
}
