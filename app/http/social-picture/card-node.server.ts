import { pictureSize as cardSize } from "#app/http/page-meta.ts";
import type { Drawing, PictureNode } from "#app/platform/pictures/picture-drawer.server.ts";
import { subsetOf } from "#app/platform/pictures/picture-fonts.ts";
import { shapesOf } from "#app/ui/illustration.tsx";
import type { Colour } from "#app/ui/illustration-shapes.ts";
import { drawable, type SetText, setText, widthInEm } from "./card-text.server.ts";

/** What a card says; texts as they stand in the data, drawn as far as our fonts can. */
export type Card = {
  siteName: string;
  cityName: string;
  /** What this is: 「市民の提案」, 「テーマⅢ」. */
  label: string;
  /** What became of it, in words. */
  outcome: string | null;
  title: string;
  /** The title where our fonts cannot draw it. */
  fallbackTitle: string;
  about: string;
  illustration: string;
};

/** The standard look's colours: the picture is seen on other sites, where no reader has chosen a look. */
const colours: Record<Colour, string> = {
  "mark-1": "#0017c1",
  "mark-2": "#01b7d6",
  "mark-3": "#4979f5",
  "mark-4": "#ffc700",
  "mark-ink": "#0017c1",
  surface: "#ffffff",
};
const ink = {
  text: "#1a1a1a",
  soft: "#4d4d4d",
  accent: "#0017c1",
  ground: "#e8f1fe",
  success: "#115a36",
  successGround: "#e6f5ec",
};

const margin = 72;
const textWidth = cardSize.width - margin * 2;
const bandHeight = 148;

type Style = Record<string, string | number>;
const box = (style: Style, ...children: PictureNode[]): PictureNode => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});
const text = (words: string, style: Style): PictureNode => ({
  type: "div",
  props: { style: { display: "flex", whiteSpace: "nowrap", ...style }, children: words },
});

/** One of our pictures, `size` pixels wide. */
function picture(name: string, size: number, style: Style = {}): PictureNode {
  return {
    type: "svg",
    props: {
      width: size,
      height: size,
      viewBox: "0 0 96 96",
      style,
      children: shapesOf(name).map(([colour, d, width]) => ({
        type: "path",
        props:
          width === undefined
            ? { d, fill: colours[colour], "fill-rule": "evenodd" }
            : {
                d,
                fill: "none",
                stroke: colours[colour],
                "stroke-width": width,
                "stroke-linecap": "round",
                "stroke-linejoin": "round",
              },
      })),
    },
  };
}

function lines({ size, lines: set }: SetText, style: Style): PictureNode {
  const lineHeight = Math.round(size * 1.36);
  return box(
    { flexDirection: "column", ...style },
    ...set.map((line) => text(line, { fontSize: size, height: lineHeight, lineHeight: `${lineHeight}px` })),
  );
}

/** A label as a stone of the name mark: three round corners and one that speaks. */
function stone(words: string, style: Style): PictureNode {
  return text(words, {
    height: 56,
    alignItems: "center",
    padding: "0 22px",
    fontSize: 28,
    fontWeight: 700,
    borderRadius: "14px 14px 0 14px",
    ...style,
  });
}

/** The card as the drawer takes it. */
export function cardDrawing(card: Card): Drawing {
  const node = cardNode(card);
  const characters = new Set(textsOf(node).flatMap((words) => [...words]));
  const subsets = new Set([...characters].map((one) => subsetOf(one.codePointAt(0) ?? 0) ?? "latin"));
  return { ...cardSize, subsets: [...subsets].sort(), node };
}

function textsOf({ props: { children } }: PictureNode): string[] {
  if (typeof children === "string") return [children];
  return (children ?? []).flatMap(textsOf);
}

function cardNode(card: Card): PictureNode {
  const short = (words: string, most: number, weight: 400 | 700, size: number) => {
    const drawn = drawable(words, weight) ?? "";
    return setText(drawn, { width: most, sizes: [{ size, most: 1 }], weight }).lines[0] ?? "";
  };
  const label = short(card.label, 460, 700, 28);
  const outcome =
    card.outcome === null ? "" : short(card.outcome, textWidth - 60 - 76 - widthInEm(label, 700) * 28, 700, 28);
  const title = setText(drawable(card.title, 700) ?? drawable(card.fallbackTitle, 700) ?? card.siteName, {
    width: textWidth,
    sizes: [
      { size: 76, most: 2 },
      { size: 66, most: 3 },
      { size: 58, most: 3 },
    ],
    weight: 700,
  });
  // two lines of it where the title leaves room
  const about = setText(drawable(card.about, 400) ?? "", {
    // the picture stands in the corner
    width: card.illustration === "square" ? textWidth : textWidth - 210,
    sizes: [{ size: 30, most: title.lines.length > 2 ? 1 : 2 }],
    weight: 400,
  });
  return box(
    {
      width: cardSize.width,
      height: cardSize.height,
      flexDirection: "column",
      backgroundColor: "#ffffff",
      color: ink.text,
    },
    box(
      { flexDirection: "column", flexGrow: 1, padding: `52px ${margin}px 0` },
      box(
        { height: 56 },
        stone(label, { backgroundColor: ink.accent, color: "#ffffff" }),
        ...(outcome === ""
          ? []
          : [
              box(
                {
                  marginLeft: 16,
                  height: 56,
                  alignItems: "center",
                  padding: "0 24px 0 16px",
                  borderRadius: 28,
                  border: `3px solid ${ink.success}`,
                  backgroundColor: ink.successGround,
                },
                check(),
                text(outcome, { marginLeft: 10, fontSize: 28, fontWeight: 700, color: ink.success }),
              ),
            ]),
      ),
      lines(title, { marginTop: 26, fontWeight: 700 }),
      lines(about, { marginTop: 16, color: ink.soft }),
    ),
    box(
      {
        position: "relative",
        height: bandHeight,
        flexShrink: 0,
        alignItems: "center",
        padding: `0 ${margin}px`,
        backgroundColor: ink.ground,
      },
      picture("square", 84),
      box(
        { flexDirection: "column", marginLeft: 24 },
        text(short(card.cityName, 500, 400, 24), { fontSize: 24 }),
        text(short(card.siteName, 600, 700, 42), { fontSize: 42, fontWeight: 700, color: ink.accent }),
      ),
      ...(card.illustration === "square"
        ? []
        : [
            box(
              {
                position: "absolute",
                right: margin,
                bottom: 26,
                padding: 22,
                borderRadius: "28px 28px 0 28px",
                backgroundColor: "#ffffff",
                border: `3px solid ${ink.ground}`,
              },
              picture(card.illustration, 124),
            ),
          ]),
    ),
  );
}

function check(): PictureNode {
  return {
    type: "svg",
    props: {
      width: 32,
      height: 32,
      viewBox: "0 0 24 24",
      children: [
        {
          type: "path",
          props: {
            d: "M4 12.5l5.5 5.5L20 7",
            fill: "none",
            stroke: ink.success,
            "stroke-width": 3.4,
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
          },
        },
      ],
    },
  };
}
