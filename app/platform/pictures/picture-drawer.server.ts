import { WorkerThread } from "../threads/worker-thread.server.ts";

/** An element as satori takes it; plain data, so that it can be sent to another thread. */
export type PictureNode = {
  type: string;
  props: { style?: Record<string, string | number>; children?: PictureNode[] | string; [attribute: string]: unknown };
};

/** `subsets` are the files of the font that its texts need, as `subsetOf` names them. */
export type Drawing = { width: number; height: number; subsets: readonly string[]; node: PictureNode };
export type Png = Uint8Array<ArrayBuffer>;

/** More pictures than these waiting at once are refused: somebody asks for all of them. */
const mostWaiting = 40;

/** There is more to draw than can be drawn soon. */
export class DrawerBusy extends Error {}

const thread = new WorkerThread<Drawing, Png>({
  file: "app/platform/pictures/draw-worker.ts",
  // a picture that takes longer is given up
  longest: 30_000,
  // it holds some 60 MB
  idle: 60_000,
});

/**
 * Draws a picture as PNG in a thread of its own, one after another.
 *
 * @throws DrawerBusy while 40 pictures wait; Error for one that could not be drawn
 */
export async function drawPicture(drawing: Drawing): Promise<Png> {
  if (thread.asked > mostWaiting) throw new DrawerBusy("too many pictures wait to be drawn");
  return thread.ask(drawing);
}

/** Ends the thread; whoever waits is told. */
export function stopDrawing(): Promise<void> {
  return thread.close(new Error("drawing was stopped"));
}
