/** How often at most, in milliseconds: a few times within the time after which an item is anybody's. */
const pause = 5 * 60_000;

/**
 * An item stays with whoever has it while they read and write on its page, however long that takes: what they do here counts as another look.
 * A page that nobody touches says nothing, so it runs out.
 */
export function keepClaim(): void {
  let last = Date.now();
  const look = () => {
    if (Date.now() - last < pause) return;
    last = Date.now();
    void fetch(location.pathname).catch(() => undefined);
  };
  for (const event of ["keydown", "pointerdown", "scroll"]) document.addEventListener(event, look, { passive: true });
}
