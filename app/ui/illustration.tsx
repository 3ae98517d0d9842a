import { classNames } from "./class-names.ts";
import { type Colour, type IllustrationName, type Shape, shapes } from "./illustration-shapes.ts";

const fills: Record<Colour, string> = {
  "mark-1": "fill-mark-1",
  "mark-2": "fill-mark-2",
  "mark-3": "fill-mark-3",
  "mark-4": "fill-mark-4",
  "mark-ink": "fill-mark-ink",
  surface: "fill-surface",
};

const strokes: Record<Colour, string> = {
  "mark-1": "stroke-mark-1",
  "mark-2": "stroke-mark-2",
  "mark-3": "stroke-mark-3",
  "mark-4": "stroke-mark-4",
  "mark-ink": "stroke-mark-ink",
  surface: "stroke-surface",
};

/**
 * One of our pictures beside words; hidden from assistive technology, because the words say it. 96 px wide unless `className` says otherwise
 * (`size-14` and up stays recognisable). A name that nobody drew (a theme's picture is data) shows the square.
 */
export function Illustration({ name, className }: { name: IllustrationName | (string & {}); className?: string }) {
  return (
    <svg
      className={classNames("illustration", className)}
      width="96"
      height="96"
      viewBox="0 0 96 96"
      fillRule="evenodd"
      aria-hidden="true"
    >
      {shapesOf(name).map(([colour, path, width]) =>
        width === undefined ? (
          <path key={path} className={fills[colour]} d={path} />
        ) : (
          <path key={path} className={strokes[colour]} fill="none" strokeWidth={width} d={path} />
        ),
      )}
    </svg>
  );
}

/** The shapes of a picture by its name, as data holds it; of the square where nobody drew one by that name. */
export function shapesOf(name: string): readonly Shape[] {
  return Object.hasOwn(shapes, name) ? shapes[name as IllustrationName] : shapes.square;
}
