/*
 * The thread that draws: a picture takes some hundred milliseconds, and no page should wait for it.
 */
import { renderAsync } from "@resvg/resvg-js";
import satori, { type Font } from "satori";
import { answerQuestions } from "../threads/answer-questions.ts";
import type { Drawing, Png } from "./picture-drawer.server.ts";
import { fontFile, weights } from "./picture-fonts.ts";

const read = new Map<string, readonly Font[]>();

function fontsOf(subset: string): readonly Font[] {
  let fonts = read.get(subset);
  if (!fonts) {
    fonts = weights.map((weight) => ({
      name: familyOf(subset),
      data: fontFile(subset, weight),
      weight,
      style: "normal",
    }));
    read.set(subset, fonts);
  }
  return fonts;
}

/** A family's name must not look like a number. */
function familyOf(subset: string): string {
  return `noto-${subset}`;
}

async function draw({ width, height, subsets, node }: Drawing): Promise<Png> {
  const root = {
    ...node,
    props: { ...node.props, style: { ...node.props.style, fontFamily: subsets.map(familyOf).join(", ") } },
  };
  const svg = await satori(root as Parameters<typeof satori>[0], { width, height, fonts: subsets.flatMap(fontsOf) });
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return new Uint8Array(image.asPng());
}

answerQuestions(draw, (png) => [png.buffer]);
