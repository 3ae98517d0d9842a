/** Shows a box that ticks all boxes of its form (`data-tick-all`), and keeps it in step with them. */
export function tickAll(label: HTMLElement): void {
  const all = label.querySelector<HTMLInputElement>("input");
  const boxes = document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${label.dataset.tickAll}"]`);
  if (!all) return;
  label.hidden = false;
  const keepInStep = () => {
    const ticked = [...boxes].filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  for (const box of boxes) box.addEventListener("change", keepInStep);
  // a browser that goes back ticks them as they were
  keepInStep();
}
