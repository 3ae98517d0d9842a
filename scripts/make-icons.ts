/*
 * `npm run icons`: draws the icons for browsers, phones and home screens from the name mark (public/favicon.svg) anew. They are kept in the
 * repository, so that a build needs no drawing; a test says when they no longer are what the mark looks like.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { icons } from "./icons.ts";

for (const { file, bytes } of icons()) {
  writeFileSync(join("public", file), bytes);
  console.log(`public/${file} ${bytes.length}`);
}
