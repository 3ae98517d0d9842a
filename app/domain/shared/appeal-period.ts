/**
 * Days after a decision, its own not counted, in which its author may appeal. A month leaves time to get a letter and to ask somebody; after it
 * the people of the page can rely on the decision, and those who took it still know why.
 */
export const appealPeriodDays = 30;
