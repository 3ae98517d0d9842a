/** What happened to a submission or comment, in the order in which it usually does. The names are those of the database. */
export const timelineEvents = [
  "RECEIVED",
  "ADDRESS_CONFIRMED",
  "PUBLISHED",
  "RETURNED",
  "REVISED",
  "DECLINED",
  "HIDDEN",
  "RESTORED",
  "REDACTED",
  "MOVED",
  "MERGED",
  "JOINED",
  "SEPARATED",
  "SPLIT",
  "BECAME_INQUIRY",
  "BECAME_IDEA",
  "APPEALED",
  "APPEAL_UPHELD",
  "APPEAL_OVERTURNED",
  "REPORT_KEPT",
  "WITHDRAWN",
  "ASSIGNED",
  "PASSED_ON",
  "EXTENDED",
  "ASKED",
  "REPLIED",
  "ANSWERED",
] as const;
export type TimelineEvent = (typeof timelineEvents)[number];

/** Who may read an entry: everybody who sees the item, or its author and the city alone. */
export type TimelineAudience = "PUBLIC" | "AUTHOR";

/**
 * Whether those who follow an item are told of an entry. That a merge was undone is an entry for the author alone, with the office's words to
 * them; its followers learn only that it is dealt with by itself again.
 */
export function isNews(event: TimelineEvent, audience: TimelineAudience): boolean {
  switch (event) {
    case "PUBLISHED":
    case "ANSWERED":
    case "MOVED":
    case "JOINED":
      return audience === "PUBLIC";
    case "SEPARATED":
      return true;
    default:
      return false;
  }
}
