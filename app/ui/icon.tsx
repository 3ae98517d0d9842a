import { classNames } from "./class-names.ts";

/** Outlines on a 24 × 24 grid, drawn with a 2-unit round stroke in the colour of the text. */
const outlines = {
  "arrow-left": "M19 12H5M11 6l-6 6 6 6",
  "arrow-right": "M5 12h14M13 6l6 6-6 6",
  "arrow-up": "M12 19V5M6 11l6-6 6 6",
  bubble: "M4 5h16v11H11l-5 4v-4H4z",
  building: "M4 21V8l8-5 8 5v13M2 21h20M9 21v-5h6v5M8 11h1M15 11h1",
  calendar: "M4 6h16v15H4zM4 11h16M8 3v5M16 3v5",
  check: "M5 12.5l4.5 4.5L19 7",
  "check-circle": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.5l3 3 5-6",
  "chevron-down": "M6 9l6 6 6-6",
  "chevron-left": "M15 6l-6 6 6 6",
  "chevron-right": "M9 6l6 6-6 6",
  circle: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2",
  cross: "M6 6l12 12M18 6L6 18",
  document: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7",
  error: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.5v.01",
  eye: "M2 12s3.5-7 10-7 10 7 10 7-3.5 7-10 7-10-7-10-7zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.7v.01",
  hidden:
    "M3 3l18 18M10 5.2c.6-.1 1.3-.2 2-.2 6.5 0 10 7 10 7s-1 2-2.9 3.8M6.5 6.8C3.6 8.8 2 12 2 12s3.5 7 10 7c1.9 0 3.5-.6 4.9-1.4",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.5v.01",
  lock: "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11",
  mail: "M3 5h18v14H3zM3 7l9 6 9-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  minus: "M5 12h14",
  pause: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 9v6M14 9v6",
  pencil: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
  people:
    "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20v-1.5a6 6 0 0 1 12 0V20M15.5 5.3a3 3 0 0 1 0 5.4M17.5 14a5.5 5.5 0 0 1 3.5 5v1",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 21v-1a7.5 7.5 0 0 1 15 0v1",
  phone: "M5 3h4l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v4a2 2 0 0 1-2 2C10.7 21 3 13.3 3 5a2 2 0 0 1 2-2z",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V3h10v6M7 18H3V9h18v9h-4M7 14h10v7H7z",
  return: "M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
  send: "M3 11l18-8-7 18-3-8z",
  warning: "M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v.01",
} as const satisfies Record<string, string>;

export type IconName = keyof typeof outlines;

/** A picture beside words. Always hidden from assistive technology: the words carry the meaning. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames("icon", className)} width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
