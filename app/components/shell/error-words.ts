import type { useText } from "#app/components/text.tsx";
import { isAboutLink } from "#app/domain/shared/domain-error.ts";

export type Problem = { status: number; messageKey?: string; params?: Record<string, string | number> };

const known = [400, 403, 404, 405, 409, 413, 415, 429, 500, 503];

/** What happened, and what it means for the reader. Nothing about the inside. */
export function errorWords(
  t: ReturnType<typeof useText>["t"],
  { status, messageKey, params }: Problem,
): { title: string; text: string } {
  const kind = known.includes(status) ? status : status < 500 ? 400 : 500;
  const isSpecial = messageKey !== undefined && !["notFound", "forbidden"].includes(messageKey);
  return {
    title: t(isAboutLink(messageKey) ? "errors:pages.usedLink" : `errors:pages.${kind}.title`),
    text: isSpecial ? t(`errors:${messageKey}`, params) : t(`errors:pages.${kind}.text`),
  };
}
