import type { Translate } from "#app/components/text.tsx";
import type { Finding } from "#app/domain/flag/flag.ts";

/** Why something should be looked at twice, in words. */
export function flagWord(t: Translate, { kind, reason, count }: Pick<Finding, "kind" | "reason" | "count">): string {
  switch (kind) {
    case "PHISHING":
      return t(`flags:shapes.${reason ?? "IP_ADDRESS"}`);
    case "BURST":
      return t("flags:kinds.BURST", { n: count ?? 1 });
    case "REPEATED":
    case "SAME_TEXT":
      return count === null ? t(`flags:again.${kind}`) : t(`flags:kinds.${kind}`, { n: count });
    case "LINK":
    case "WORD":
    case "PERSONAL_DATA":
      return t(`flags:kinds.${kind}`);
  }
}
