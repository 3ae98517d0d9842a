import { makeAddress, makeSubmission, makeTheme, noon } from "./review-rows.ts";

/** Two proposals about the same in one theme, of two authors: one to be merged into the other. */
export async function twoAlike({
  source = "PENDING",
  target = "PUBLISHED",
}: {
  source?: "PENDING" | "PUBLISHED" | "RETURNED";
  target?: "PENDING" | "PUBLISHED";
} = {}) {
  const theme = await makeTheme();
  const make = async (review: typeof source, title: string, address: string) =>
    makeSubmission({
      themeId: theme.id,
      review,
      publishedAt: review === "PUBLISHED" ? noon : null,
      ...(review === "RETURNED" && { dueOn: null }),
      title,
      hidden: { emailAddressId: await makeAddress(address), name: "市民A" },
    });
  return {
    theme,
    target: await make(target, "回覧を電子に", "first@example.com"),
    source: await make(source, "秘密の題", "second@example.com"),
  };
}
