import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

/** The stones of the name mark on a square of 40 units, without the ground under them. */
function stones(): string {
  const mark = readFileSync("public/favicon.svg", "utf8");
  return [...mark.matchAll(/<path[^>]*\/>/g)].map(([path]) => path).join("");
}

/** The mark in a square of `size` pixels on white, its stones `share` of the side; `round` gives the ground round corners. */
function draw(size: number, share: number, round: boolean): Buffer {
  const side = 40 / share;
  const edge = (side - 40) / 2;
  const ground = `<rect x="${-edge}" y="${-edge}" width="${side}" height="${side}" rx="${round ? side * 0.2 : 0}" fill="#fff"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-edge} ${-edge} ${side} ${side}">${ground}${stones()}</svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}

/** An `.ico` file (one directory entry each) of PNG pictures, which every browser of the last fifteen years reads. */
function ico(pictures: readonly { size: number; png: Buffer }[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    directory.writeUInt8(size, at);
    directory.writeUInt8(size, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** Every icon but the SVG, by its name in `public/`. Phones cut a maskable icon to their own shape, up to a circle of 80 % (W3C manifest). */
export function icons(): { file: string; bytes: Buffer }[] {
  return [
    { file: "favicon.ico", bytes: ico([16, 32, 48].map((size) => ({ size, png: draw(size, 0.92, true) }))) },
    { file: "apple-touch-icon.png", bytes: draw(180, 0.72, false) },
    { file: "icon-192.png", bytes: draw(192, 0.86, true) },
    { file: "icon-512.png", bytes: draw(512, 0.86, true) },
    { file: "icon-maskable-512.png", bytes: draw(512, 0.56, false) },
  ];
}
