import { publicComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { paths } from "#app/routes/paths.ts";

/** A text that a reader names by its receipt number. */
export type NamedItem = { type: ItemRef["type"]; number: string };

/** A published text, as a reader who reports it needs it. */
export type Reportable = ItemRef & {
  number: string;
  title: string | null;
  body: string;
  author: string | null;
  locale: Locale;
  revision: number;
  reportedAt: Date | null;
  /** The page it stands on. */
  page: string;
};

/** The text with this number, if everybody may read it: what nobody can read cannot be reported. @throws not found */
export async function findReportable(client: Transaction, { type, number }: NamedItem): Promise<Reportable> {
  const found = type === "submission" ? await findSubmission(client, number) : await findComment(client, number);
  if (found === null) throw notFound();
  return found;
}

const columns = {
  id: true,
  number: true,
  body: true,
  displayName: true,
  locale: true,
  revision: true,
  reportedAt: true,
} as const;

async function findSubmission(client: Transaction, number: string): Promise<Reportable | null> {
  const row = await client.submission.findFirst({
    where: { AND: [publicSubmissions, { number }] },
    select: { ...columns, title: true, organizationName: true },
  });
  if (row === null) return null;
  const { displayName, organizationName, ...rest } = row;
  return { type: "submission", ...rest, author: organizationName ?? displayName, page: paths.proposal(number) };
}

async function findComment(client: Transaction, number: string): Promise<Reportable | null> {
  const row = await client.comment.findFirst({
    where: { AND: [publicComments, { number }] },
    select: { ...columns, submission: { select: { number: true } }, theme: { select: { slug: true } } },
  });
  if (row === null) return null;
  const { displayName, submission, theme, ...rest } = row;
  const page = submission ? paths.proposal(submission.number) : paths.theme(theme.slug);
  return { type: "comment", ...rest, title: null, author: displayName, page };
}

/** Makes what is done about the reports of one text follow one another until the transaction ends. @returns whether the text is published */
export async function lockReported(context: TxContext, { type, id }: ItemRef): Promise<boolean> {
  const rows =
    type === "submission"
      ? await context.tx.$queryRaw<
          { review: string }[]
        >`SELECT "review"::text FROM "Submission" WHERE "id" = ${id}::uuid FOR UPDATE`
      : await context.tx.$queryRaw<
          { review: string }[]
        >`SELECT "review"::text FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rows[0]?.review === "PUBLISHED";
}
