/** The pictures a theme can have; they are drawn in app/ui/illustration-shapes.ts. The first is for a theme nobody has chosen one for. */
export const themeIllustrations = [
  "square",
  "finances",
  "services",
  "together",
  "facilities",
  "business",
  "network",
  "people",
] as const;

export type ThemeIllustration = (typeof themeIllustrations)[number];
