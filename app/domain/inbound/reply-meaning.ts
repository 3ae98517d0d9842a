import type { z } from "zod";
import type {
  askSchema,
  draftSchema,
  extendSchema,
  notOursSchema,
  passOnSchema,
} from "#app/domain/handling/handling.schema.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { forMatching } from "#app/domain/shared/normalize-text.ts";
import type { Reading } from "./inbound.ts";
import { type ReplyAct, statedDay } from "./reply-command.ts";

type Fields<S extends z.ZodType> = Omit<z.input<S>, "version">;

/** What a reply asks for, in the fields the form on the answer page has: the same rules then judge both. */
export type Meaning =
  | { act: "draft"; fields: Fields<typeof draftSchema> }
  | { act: "passOn"; fields: Fields<typeof passOnSchema> }
  | { act: "extend"; fields: Fields<typeof extendSchema> }
  | { act: "notOurs"; fields: Fields<typeof notOursSchema> }
  | { act: "ask"; fields: Fields<typeof askSchema> };

/** Why a reply that was read does not say enough. */
export type MissingPart = "noOutcome" | "noReferral" | "noText" | "unknownDesk" | "noDay" | "noReason";

/** What the city calls things: outcomes and desks by every name a reply may use. */
export type KnownNames = {
  outcomes: readonly { key: string; needsReferral: boolean; names: readonly string[] }[];
  desks: readonly { id: string; names: readonly string[] }[];
};

/** What a reply wants done. `today` decides which year 「12月18日」 is in. */
export function meaningOf(
  { command, own }: Pick<Reading, "command" | "own">,
  known: KnownNames,
  today: IsoDate,
): Meaning | { act: ReplyAct; missing: MissingPart } {
  const { act, argument, rest } = command;
  switch (act) {
    case "draft":
      return draftOf({ argument, rest }, known.outcomes);
    case "passOn": {
      const desk = deskNamed(argument, known.desks);
      // The writer's own words are the reason: nothing is put into their mouth.
      return desk === null
        ? { act, missing: "unknownDesk" }
        : { act, fields: { deskId: desk, reason: rest === "" ? own : rest } };
    }
    case "extend": {
      const day = statedDay(argument, today);
      if (day === null) return { act, missing: "noDay" };
      const reason = [day.after, rest].filter((part) => part !== "").join("\n");
      return reason === "" ? { act, missing: "noReason" } : { act, fields: { dueOn: day.day, reason } };
    }
    case "notOurs":
      return argument === "" && rest === "" ? { act, missing: "noReason" } : { act, fields: { reason: own } };
    case "ask": {
      const question = [argument, rest].filter((part) => part !== "").join("\n");
      return question === "" ? { act, missing: "noText" } : { act, fields: { question } };
    }
  }
}

const outcomeLine = /^\s*(?:反映区分|区分|対応区分|outcome)\s*[:\uff1a]\s*(.+)$/i;

/**
 * An answer and what it says became of the submission: named on the first line or on a line 「反映区分: …」, else in the text itself, if exactly one
 * of the city's outcomes stands there word for word.
 */
function draftOf(
  { argument, rest }: { argument: string; rest: string },
  outcomes: KnownNames["outcomes"],
): Meaning | { act: "draft"; missing: MissingPart } {
  const lines = rest.split("\n");
  const at = lines.slice(0, 5).findIndex((line) => outcomeLine.test(line));
  const onLine = at === -1 ? null : outcomeNamed(outcomeLine.exec(lines[at] ?? "")?.[1] ?? "", outcomes);
  const onFirst = onLine === null ? outcomeNamed(argument, outcomes) : null;
  const below = onLine === null ? rest : lines.filter((_, place) => place !== at).join("\n");
  const body = [...(onFirst === null && argument !== "" ? [argument] : []), below].join("\n").trim();
  if (body === "") return { act: "draft", missing: "noText" };
  const outcome = onLine ?? onFirst ?? onlyOutcomeIn(body, outcomes);
  if (outcome === null) return { act: "draft", missing: "noOutcome" };
  // Who is responsible stands in the text of such an answer, but only a person can tell where.
  if (outcome.needsReferral) return { act: "draft", missing: "noReferral" };
  return { act: "draft", fields: { outcomeKey: outcome.key, referral: "", body } };
}

/** Outcomes are called by verbs: 「反映します」, 「反映」 and "adopted" mean the same one. */
function outcomeNamed(said: string, outcomes: KnownNames["outcomes"]) {
  const words = plain(said);
  if (words === "") return null;
  const found = outcomes.filter(({ names }) =>
    names.some((name) => [plain(name), plain(name).replace(/します$/, "")].includes(words)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function onlyOutcomeIn(body: string, outcomes: KnownNames["outcomes"]) {
  let text = forMatching(body);
  const found = new Set<KnownNames["outcomes"][number]>();
  const named = outcomes
    .flatMap((outcome) => outcome.names.map((name) => ({ outcome, name: forMatching(name) })))
    // Longer names first: 「一部を反映します」 also contains 「反映します」.
    .sort((one, other) => other.name.length - one.name.length);
  for (const { outcome, name } of named) {
    if (name.length < 4 || !text.includes(name)) continue;
    found.add(outcome);
    text = text.replaceAll(name, " ");
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The desk with this name, or the only one whose name contains it or is contained in it. */
function deskNamed(said: string, desks: KnownNames["desks"]): string | null {
  const words = plain(said);
  if (words.length < 2) return null;
  const same = desks.filter(({ names }) => names.some((name) => plain(name) === words));
  const close = desks.filter(({ names }) =>
    names.some((name) => plain(name).length >= 2 && (plain(name).includes(words) || words.includes(plain(name)))),
  );
  const found = same.length > 0 ? same : close;
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function plain(text: string): string {
  return forMatching(text).replace(/[\s、。.,()「」【】'"]|へ$|宛て?$|さん$|様$/g, "");
}
