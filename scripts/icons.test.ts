import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { icons } from "./icons.ts";

const inPublic = (file: string) => readFileSync(join("public", file));

describe("the icons in public/", () => {
  it.each(icons().map(({ file, bytes }) => [file, bytes] as const))(
    "%s is what the name mark looks like",
    (file, bytes) => {
      expect(inPublic(file).equals(bytes), "npm run icons draws them anew").toBe(true);
    },
  );

  it("stand on a ground of their own, so that the blue stones are seen in a dark tab", () => {
    const { pixels, width } = new Resvg(inPublic("favicon.svg").toString(), {
      fitTo: { mode: "width", value: 40 },
      background: "#202124",
    }).render();
    const at = (x: number, y: number) => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    expect(at(20, 1)).toEqual([255, 255, 255]);
    expect(at(10, 10)).toEqual([0, 23, 193]);
  });

  it("are the ones the manifest names, in the sizes it says", () => {
    const manifest = JSON.parse(inPublic("site.webmanifest").toString()) as { icons: { src: string; sizes: string }[] };
    for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== "any")) {
      const png = inPublic(src.slice(1));
      // width and height stand at fixed places of every PNG (RFC 2083, 4.1.1)
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});
