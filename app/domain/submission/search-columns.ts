import { bigrams, searchText } from "#app/domain/shared/normalize-text.ts";
import type { SubmissionKind } from "./submission.ts";

/** The parts of a submission that search looks into: what is published of it, and nothing the city alone reads. */
export type SearchedSubmission = {
  kind: SubmissionKind;
  title: string;
  body: string;
  expectedEffect: string | null;
  area: string | null;
  displayName: string | null;
  organizationName: string | null;
};

/** The search columns of a submission. Those of an inquiry are empty, so that no search can ever find one. */
export function searchColumns(text: SearchedSubmission): { searchText: string; searchTokens: string[] } {
  if (text.kind === "INQUIRY") return { searchText: "", searchTokens: [] };
  const words = searchText([
    text.title,
    text.body,
    text.expectedEffect,
    text.area,
    text.displayName,
    text.organizationName,
  ]);
  return { searchText: words, searchTokens: bigrams(words) };
}
