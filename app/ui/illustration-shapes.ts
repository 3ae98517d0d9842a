/**
 * The pictures of 創革ひろば, as shapes on a square of 96 units: paving stones of the name mark, four units apart, and in each picture one
 * yellow stone that speaks. Data rather than markup, because pages draw them in the colours of the reader's look and pictures for other
 * sites in fixed ones.
 */
export type Colour = "mark-1" | "mark-2" | "mark-3" | "mark-4" | "mark-ink" | "surface";

/** `[fill, path]` (even-odd, so that a path may have holes), or `[stroke, path, width]` for a line with round ends. */
export type Shape = readonly [colour: Colour, path: string, strokeWidth?: number];

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0 ${r} ${r} 0 1 1 ${-2 * r} 0z`;

export const shapes = {
  square: [
    ["mark-1", "M4 18A14 14 0 0 1 18 4h28v26.1A18 18 0 0 0 30.1 46H4z"],
    ["mark-2", "M50 4h28a14 14 0 0 1 14 14v28H65.9A18 18 0 0 0 50 30.1z"],
    ["mark-3", "M4 50h26.1A18 18 0 0 0 46 65.9V92H18A14 14 0 0 1 4 78z"],
    ["mark-4", "M65.9 50H92v42H50V65.9A18 18 0 0 0 65.9 50z"],
    ["mark-1", circle(48, 41, 4.5) + circle(40.5, 53, 4.5) + circle(55.5, 53, 4.5)],
  ],
  finances: [
    ["mark-1", "M4 76h88v8a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8z"],
    ["mark-3", "M4 56h26v16H4zM35 56h26v16H35zM66 36h26v16H66z"],
    ["mark-2", "M35 36h26v16H35zM66 56h26v16H66z"],
    ["mark-1", "M66 26a10 10 0 0 1 10-10h6a10 10 0 0 1 10 10v6H66z"],
    ["mark-4", circle(22, 23, 18) + circle(22, 23, 6.5)],
  ],
  services: [
    ["mark-1", "M22 4h28l20 20v14.2A29 29 0 0 0 52.3 92H22a10 10 0 0 1-10-10V14A10 10 0 0 1 22 4z"],
    ["mark-3", "M50 4l20 20H58a8 8 0 0 1-8-8z"],
    ["surface", "M26 40h24M26 54h9M26 68h5", 6],
    ["mark-4", "M67 42a25 25 0 0 1 25 25v25H67a25 25 0 0 1 0-50z"],
    ["mark-ink", "M67 80V55M56 66l11-11 11 11", 6],
  ],
  together: [
    ["mark-3", `${circle(19, 32, 11)}M4 62A15 15 0 0 1 27.4 49.6 24 24 0 0 0 24 62z`],
    ["mark-2", `${circle(77, 32, 11)}M92 62a15 15 0 0 0-23.4-12.4A24 24 0 0 1 72 62z`],
    ["mark-1", `${circle(48, 18, 14)}M28 62v-4a20 20 0 0 1 40 0v4z`],
    ["mark-4", "M14 66h68a10 10 0 0 1 10 10v16H14A10 10 0 0 1 4 82v-6a10 10 0 0 1 10-10z"],
    ["mark-ink", "M24 79h48", 6],
  ],
  facilities: [
    ["mark-1", `M44 5a8 8 0 0 1 8 0l40 22v11H4V27z${circle(48, 24, 6)}`],
    ["mark-3", "M10 42h14v34H10zM72 42h14v34H72z"],
    ["mark-2", "M28 42h8v34h-8zM60 42h8v34h-8z"],
    ["mark-4", "M40 50a8 8 0 0 1 16 0v26H40z"],
    ["mark-1", "M4 80h88v4a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8z"],
  ],
  business: [
    ["mark-3", "M10 46h76v36a10 10 0 0 1-10 10H20a10 10 0 0 1-10-10z"],
    ["surface", "M18 58h28v18H24a6 6 0 0 1-6-6z"],
    ["mark-4", "M56 64a6 6 0 0 1 6-6h10a6 6 0 0 1 6 6v28H56z"],
    ["mark-1", "M4 16A12 12 0 0 1 16 4h10v34a11 11 0 0 1-22 0zM48 4h22v34a11 11 0 0 1-22 0z"],
    ["mark-2", "M26 4h22v34a11 11 0 0 1-22 0zM70 4h10a12 12 0 0 1 12 12v22a11 11 0 0 1-22 0z"],
  ],
  network: [
    ["mark-1", "M16 4h36a12 12 0 0 1 12 12v64a12 12 0 0 1-12 12H16A12 12 0 0 1 4 80V16A12 12 0 0 1 16 4z"],
    ["surface", "M12 18a6 6 0 0 1 6-6h32a6 6 0 0 1 6 6v54H12zM28 79h12v4H28z"],
    ["mark-3", "M18 24a6 6 0 0 1 6-6h8v14H18zM18 36h14v14H18z"],
    ["mark-2", "M36 18h8a6 6 0 0 1 6 6v8H36zM18 54h14v12H18z"],
    ["mark-4", "M36 36h14v30H36z"],
    ["mark-3", "M73 36a17 17 0 0 1 0 24", 6],
    ["mark-2", "M82 26a31 31 0 0 1 0 44", 6],
  ],
  people: [
    ["mark-3", "M4 76h26v16H12a8 8 0 0 1-8-8zM66 76h26v8a8 8 0 0 1-8 8H66z"],
    ["mark-1", "M34 76h28v16H34z"],
    ["mark-1", "M48 70V40", 6],
    ["mark-2", "M42 68H28A20 20 0 0 1 8 48v-6h14a20 20 0 0 1 20 20z"],
    ["mark-4", "M54 58h14a20 20 0 0 0 20-20v-6H74a20 20 0 0 0-20 20z"],
    ["mark-1", circle(48, 19, 15)],
  ],
  talk: [
    ["mark-1", "M16 4h46a12 12 0 0 1 12 12v26a12 12 0 0 1-12 12H24L4 70V16A12 12 0 0 1 16 4z"],
    ["surface", "M20 22h38M20 37h22", 6],
    ["mark-4", "M44 59h36a12 12 0 0 1 12 12v21H44a12 12 0 0 1-12-12v-9a12 12 0 0 1 12-12z"],
    ["mark-ink", "M48 76v.01M62 76v.01M76 76v.01", 7],
  ],
  search: [
    ["mark-3", "M28 18h16v22H18V28a10 10 0 0 1 10-10z"],
    ["mark-2", "M48 18h8a10 10 0 0 1 10 10v12H48zM18 44h26v22H28a10 10 0 0 1-10-10z"],
    ["mark-4", "M48 44h18v22H48z"],
    ["mark-1", circle(42, 42, 38) + circle(42, 42, 31)],
    ["mark-1", "M74 74l13 13", 10],
  ],
  way: [
    ["mark-3", "M4 66h26v26H12a8 8 0 0 1-8-8z"],
    ["mark-2", "M34 50h24v26H34z"],
    ["mark-1", "M62 66h20a10 10 0 0 1 10 10v6a10 10 0 0 1-10 10H62z"],
    ["mark-4", "M30 4h40a12 12 0 0 1 12 12v12a12 12 0 0 1-12 12H56L40 50V40H30A12 12 0 0 1 18 28V16A12 12 0 0 1 30 4z"],
    ["mark-ink", "M38 22l8 8 15-15", 6],
  ],
  letter: [
    ["mark-1", "M4 26A12 12 0 0 1 16 14h64a12 12 0 0 1 12 12v4L48 56 4 30z"],
    ["mark-3", "M4 37l44 26 14-8.3V84H16A12 12 0 0 1 4 72z"],
    ["mark-4", "M66 50h14a12 12 0 0 1 12 12v30H66z"],
    ["mark-ink", "M73 68h12M73 79h7", 5],
  ],
  done: [
    ["mark-1", "M4 18A14 14 0 0 1 18 4h24v34H4z"],
    ["mark-2", "M46 4h32a14 14 0 0 1 14 14v20H46z"],
    ["mark-3", "M4 42h34v50H18A14 14 0 0 1 4 78z"],
    ["mark-4", "M42 42h50v50H42z"],
    ["mark-ink", "M54 68l10 10 17-20", 8],
  ],
  record: [
    ["mark-1", "M22 4h40v88H22a10 10 0 0 1-10-10V14A10 10 0 0 1 22 4z"],
    ["surface", "M26 26h22M26 44h22M26 62h14", 6],
    ["mark-2", "M66 4h8a10 10 0 0 1 10 10v16H66z"],
    ["mark-3", "M66 34h18v24H66z"],
    ["mark-4", "M66 62h18v30H66z"],
  ],
} as const satisfies Record<string, readonly Shape[]>;

export type IllustrationName = keyof typeof shapes;
