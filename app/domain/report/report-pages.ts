import type { ReportOutcome } from "./report.ts";

/** One report as the desk shows it. Who sent it is not in it: that is shown on request. */
export type ReportView = {
  id: string;
  /** As its reader read it, in the viewer's language; null: another reason. */
  reason: string | null;
  words: string | null;
  at: string;
  /** The version of the text it is about. */
  revision: number;
  /** From the same network as an earlier one: not counted. */
  isRepeat: boolean;
  /** Whether its reader wants to be told; null for those who may not know. */
  hasAddress: boolean | null;
};

/** A report that was closed. `by` is null where the text was gone before anybody had closed it. */
export type ClosedReport = ReportView & {
  outcome: ReportOutcome;
  explanation: string | null;
  by: string | null;
  closedAt: string;
};

/** The reports of one text: those that wait, the oldest first, and the closed ones, the newest first. */
export type ItemReports = { open: ReportView[]; closed: ClosedReport[] };

/** What hiding texts does to the reports of them: how many are closed by it, and how many mails readers get who left an address they confirmed. */
export type WaitingReports = { reports: number; told: number };
