import { classNames } from "./class-names.ts";

/** A QR code as one path of strokes one unit wide, in a square of `size` units with the quiet zone around it. */
export interface QrCode {
  size: number;
  path: string;
}

/** A QR code, black on white in every look: a camera reads nothing else as well. `label` says what it holds. */
export function QrPicture({ qr, label, size }: { qr: QrCode; label: string; size: "large" | "printed" }) {
  return (
    <svg
      role="img"
      aria-label={label}
      // the strokes' middle lies on whole numbers
      viewBox={`0 -.5 ${qr.size} ${qr.size}`}
      shapeRendering="crispEdges"
      className={classNames(
        "flex-none bg-white stroke-black",
        size === "large" ? "aspect-square w-56 max-w-full" : "size-[25mm]",
      )}
    >
      <path d={qr.path} />
    </svg>
  );
}
