import {
  type FindingConfidence,
  findPersonalData,
  type PersonalDataFinding,
  type PersonalDataKind,
  personalDataKinds,
} from "#app/domain/shared/personal-data.ts";
import type { LabelledText, Piece } from "./corpus.ts";

/** What was found of a set of pieces. A piece counts as found at its exact range and kind only. */
export type Score = { pieces: number; found: number; missed: number; false: number; precision: number; recall: number };

/** How sure a finding has to be to count: `high`; `mid` for high and mid; `low` for every finding. */
export const scoredLevels = ["high", "mid", "low"] as const satisfies FindingConfidence[];

export type Measurement = {
  texts: number;
  /** Per kind, findings of every confidence. */
  kinds: Record<PersonalDataKind, Score>;
  /**
   * Over all kinds. At `high` only the certain pieces must be found, at `mid` every piece but names, which are never more than `low`.
   * A finding on a piece that need not be found at its level is still right.
   */
  levels: Record<FindingConfidence, Score>;
  /** Where detector and corpus differ, for people: the text with what was missed or falsely found. */
  differences: string[];
};

/** The smallest precision and recall that `npm run bench:pii` and `npm test` accept. */
export const floors: Record<FindingConfidence, { precision: number; recall: number }> = {
  high: { precision: 0.95, recall: 0.98 },
  mid: { precision: 0.93, recall: 0.96 },
  low: { precision: 0.9, recall: 0.96 },
};

const ranks: Record<FindingConfidence, number> = { high: 0, mid: 1, low: 2 };

/**
 * Compares what the detector finds with what people marked.
 *
 * @param allowedPhones the city's published numbers
 */
export function measure(texts: readonly LabelledText[], allowedPhones: readonly string[]): Measurement {
  const judged = texts.map(({ text, pieces }) => ({
    text,
    pieces,
    findings: findPersonalData(text, { allowedPhones }),
  }));
  const score = (mustFind: (piece: Piece) => boolean, counts: (finding: PersonalDataFinding) => boolean): Score => {
    const all = judged.map(({ pieces, findings }) => ({ pieces, findings: findings.filter(counts) }));
    const wanted = all.flatMap(({ pieces, findings }) =>
      pieces.filter(mustFind).map((piece) => findings.some((finding) => isSame(finding, piece))),
    );
    const given = all.flatMap(({ pieces, findings }) =>
      findings.map((finding) => pieces.some((piece) => isSame(finding, piece))),
    );
    const found = wanted.filter(Boolean).length;
    const right = given.filter(Boolean).length;
    return {
      pieces: wanted.length,
      found,
      missed: wanted.length - found,
      false: given.length - right,
      precision: given.length === 0 ? 1 : right / given.length,
      recall: wanted.length === 0 ? 1 : found / wanted.length,
    };
  };
  const atLevel = (level: FindingConfidence) => (finding: PersonalDataFinding) =>
    ranks[finding.confidence] <= ranks[level];
  return {
    texts: texts.length,
    kinds: Object.fromEntries(
      personalDataKinds.map((kind) => [
        kind,
        score(
          (piece) => piece.kind === kind,
          (finding) => finding.kind === kind,
        ),
      ]),
    ) as Record<PersonalDataKind, Score>,
    levels: {
      high: score((piece) => piece.certain, atLevel("high")),
      mid: score((piece) => piece.kind !== "NAME_LABEL", atLevel("mid")),
      low: score(() => true, atLevel("low")),
    },
    differences: judged.flatMap(({ text, pieces, findings }) => [
      ...pieces
        .filter(
          (piece) =>
            !findings.some((finding) => isSame(finding, piece) && (!piece.certain || finding.confidence === "high")),
        )
        .map((piece) => `missed ${piece.kind} ${text.slice(piece.start, piece.end)} in ${text}`),
      ...findings
        .filter((finding) => !pieces.some((piece) => isSame(finding, piece)))
        .map((finding) => `false ${finding.kind} (${finding.confidence}) ${finding.text} in ${text}`),
    ]),
  };
}

/** What falls below {@link floors}, in words; empty if all is well. */
export function belowFloors({ levels }: Measurement): string[] {
  return scoredLevels.flatMap((level) =>
    (["precision", "recall"] as const)
      .filter((figure) => levels[level][figure] < floors[level][figure])
      .map((figure) => `${level}: ${figure} ${levels[level][figure].toFixed(3)} is below ${floors[level][figure]}`),
  );
}

function isSame(finding: PersonalDataFinding, piece: Piece): boolean {
  return finding.kind === piece.kind && finding.start === piece.start && finding.end === piece.end;
}
