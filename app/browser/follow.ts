/** Pause between two looks at what goes on, in milliseconds. */
const pause = 1_000;

/**
 * Exchanges a part of the page for the newest as long as it goes on (`data-follow`), by asking for the page again, and opens the page anew once
 * it does not. While somebody is in it with the keyboard it stays as it is; a look that fails is followed by another. What stands elsewhere for as
 * long as the newest page has it too (`data-while`) is taken away with it.
 */
export function follow(part: HTMLElement): void {
  let shown = part;
  const look = async () => {
    const page = await fetchPage().catch(() => null);
    for (const part of page ? document.querySelectorAll("[data-while]") : [])
      if (!page?.getElementById(part.id)) part.remove();
    const found = page?.getElementById(shown.id);
    const newest = found && document.importNode(found, true);
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

async function fetchPage(): Promise<Document | null> {
  const answer = await fetch(location.href);
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}
