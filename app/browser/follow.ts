/** Pause between two looks at what goes on, in milliseconds. */
const pause = 1_000;

/**
 * Exchanges a part of the page for the newest as long as it goes on (`data-follow`), by asking for the page again, and opens the page anew once
 * it does not. While somebody is in it with the keyboard it stays as it is; a look that fails is followed by another.
 */
export function follow(part: HTMLElement): void {
  let shown = part;
  const look = async () => {
    const newest = await fetchPart(shown.id).catch(() => null);
    if (newest && !shown.contains(document.activeElement)) {
      // the rest of the page offers what was possible until now
      if (newest.dataset.follow === undefined) return location.reload();
      shown.replaceWith(newest);
      shown = newest;
    }
    window.setTimeout(look, pause);
  };
  window.setTimeout(look, pause);
}

async function fetchPart(id: string): Promise<HTMLElement | null> {
  const answer = await fetch(location.href);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById(id);
  return found && document.importNode(found, true);
}
