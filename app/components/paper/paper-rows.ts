/** Fields of the idea's form as they stand on paper, row by row. The theme's questions stand above them. */
export const paperRows = {
  public: [["title"], ["body"], ["expectedEffect"], ["area", "displayName"]],
  city: [["name", "phone"], ["email"]],
} as const;
