/** Mails in a row that a mailbox sends back for now before it counts as one that takes none. */
export const softBouncesInARow = 3;

/** Over how many days at least: a mailbox that is full over a weekend is emptied on Monday. */
export const softBounceDays = 3;
