/**
 * Shows the seconds run down in which a decision can be taken back (`data-seconds`, `data-left`), and takes the button away when they have. What
 * could no longer be pressed gives its focus to the news it stood in.
 */
export function runDown(line: HTMLElement): void {
  const { left = "", over = "" } = line.dataset;
  const news = line.closest<HTMLElement>("[role=status]") ?? line.parentElement;
  // by the clock: a page in the background is given fewer ticks
  const end = performance.now() + Number(line.dataset.seconds) * 1000;
  const timer = window.setInterval(() => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    line.textContent = seconds > 0 ? left.replace("{n}", String(seconds)) : over;
    if (seconds > 0) return;
    window.clearInterval(timer);
    const form = news?.querySelector<HTMLElement>("[data-undo]");
    if (form?.contains(document.activeElement)) news?.focus();
    form?.remove();
  }, 250);
}
