/** Whole seconds from now until a moment, the last one begun counted; 0 once it has come. */
export function secondsUntil(moment: Date, now: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / 1000));
}
