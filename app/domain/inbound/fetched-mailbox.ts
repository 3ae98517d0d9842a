/** How long ago the mailbox may have been looked through while fetching works, in milliseconds. */
export const longestUnlooked = 600_000;

/** The mailbox replies are fetched from, for administrators. Dates are ISO 8601, UTC. */
export type FetchedMailbox = {
  /** `user@host:port/folder` */
  name: string;
  lookedAt: string | null;
  /** Whether that was too long ago. */
  isLate: boolean;
  /** Messages that could not be taken in and are tried again. */
  retries: number;
};
