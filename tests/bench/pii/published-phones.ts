import { departments } from "../../../prisma/seed/content/directory.ts";

/** The numbers of the city's desks, which are nobody's personal data. */
export const publishedPhones = departments.flatMap(({ sections }) =>
  sections.flatMap(({ desks }) => desks.map(({ phone }) => phone)),
);
