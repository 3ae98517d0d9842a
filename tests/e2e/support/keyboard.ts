import { expect, type Locator, type Page } from "@playwright/test";

/*
 * A person who has a keyboard and nothing else. Wherever the focus goes it is looked at: one must see where it is, nothing may cover it, and it
 * goes on from top to bottom (WCAG 2.2, 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
 */

/** More presses of Tab than any page needs; the focus is lost or goes in circles. */
const mostPresses = 250;

type Focus = { name: string; isWanted: boolean; problems: string[]; place: { top: number; left: number } | null };

/** Runs in the page. @returns where the focus is and what is wrong with it; `place` is null while nothing has it */
function focusOf(wanted: Element | SVGElement | null): Focus {
  const element = document.activeElement;
  if (element === null || element === document.body)
    return { name: "body", isWanted: false, problems: [], place: null };
  const words = element.getAttribute("aria-label") ?? element.getAttribute("name") ?? element.textContent ?? "";
  const name = `<${element.tagName.toLowerCase()}> ${words.trim().slice(0, 40)}`;
  const problems: string[] = [];
  // the first line of a link that goes over two
  const [box = element.getBoundingClientRect()] = element.getClientRects();
  const left = Math.max(box.left, 0);
  const right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  if (right - left < 1 || bottom - top < 1) problems.push(`${name}: outside the screen`);
  else {
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isSeen = onTop !== null && (element.contains(onTop) || onTop.closest("label")?.contains(element));
    if (!isSeen) problems.push(`${name}: covered by ${onTop?.outerHTML.slice(0, 80)}`);
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  // the place the skip link goes to is no control
  if (element.tagName !== "MAIN" && (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2))
    problems.push(`${name}: no frame shows that it has the focus`);
  const tabIndex = Number(element.getAttribute("tabindex") ?? 0);
  if (tabIndex > 0) problems.push(`${name}: tabindex ${tabIndex} takes it out of order`);
  return {
    name,
    isWanted: element === wanted,
    problems,
    place: { top: box.top + scrollY, left: box.left + scrollX },
  };
}

export class Keyboard {
  readonly page: Page;
  /** Where the focus was after the last press on this page; null at the beginning of a page. */
  #place: Focus["place"] = null;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens an address, as from the address bar. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    this.#place = null;
  }

  /** Presses Tab (or Shift+Tab) until `wanted` has the focus. */
  async tabTo(wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const handle = await wanted.elementHandle();
    const passed: string[] = [];
    for (let presses = 0; presses < mostPresses; presses += 1) {
      await this.page.keyboard.press(key);
      const focus = await this.page.evaluate(focusOf, handle);
      passed.push(focus.name);
      expect(focus.problems).toEqual([]);
      if (focus.place && this.#place && key === "Tab") {
        const { top, left } = this.#place;
        // up is right only where another column begins
        const goesBack = focus.place.top < top - 8 && focus.place.left <= left;
        // after the last the browser begins again
        if (goesBack && focus.place.top > 100) throw new Error(`the focus goes back: ${passed.slice(-2).join(" → ")}`);
      }
      this.#place = focus.place;
      if (focus.isWanted) return;
    }
    throw new Error(`Tab does not lead to ${wanted}; it went to ${[...new Set(passed)].join(", ")}`);
  }

  /** What has the focus, checked. @throws when nothing has it */
  async focused(): Promise<Locator> {
    const focus = await this.page.evaluate(focusOf, null);
    expect(focus.name).not.toBe("body");
    expect(focus.problems).toEqual([]);
    this.#place = focus.place;
    return this.page.locator(":focus");
  }

  /** Presses a key that leads to another page or to an answer, and waits for it. */
  async go(key: "Enter" | "Space" = "Enter"): Promise<void> {
    const loaded = this.page.waitForEvent("domcontentloaded");
    await this.page.keyboard.press(key);
    await loaded;
    this.#place = null;
  }

  /** Tab to a link or button, then Enter. */
  async follow(wanted: Locator): Promise<void> {
    await this.tabTo(wanted);
    await this.go();
  }

  /** Goes to a field and fills it as its kind asks: text is typed, boxes take Space, choices take the arrows. */
  async fill(scope: Page | Locator, name: string, value: string): Promise<void> {
    const { keyboard } = this.page;
    const fields = scope.locator(`[name="${name}"]:not([type="hidden"])`);
    const type = await fields
      .first()
      .evaluate((field) => (field instanceof HTMLInputElement ? field.type : field.tagName));
    switch (type) {
      case "checkbox":
        await this.tabTo(fields.first());
        await keyboard.press("Space");
        await expect(fields.first()).toBeChecked();
        return;
      case "radio": {
        const wanted = scope.locator(`[name="${name}"][value="${value}"]`);
        const chosen = scope.locator(`[name="${name}"]:checked`);
        await this.tabTo((await chosen.count()) > 0 ? chosen : fields.first());
        // Space takes the one that has the focus, the arrows the next ones
        await keyboard.press("Space");
        for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1)
          await keyboard.press("ArrowDown");
        await expect(wanted).toBeChecked();
        return;
      }
      case "SELECT": {
        await this.tabTo(fields.first());
        for (let presses = 0; presses < 80 && (await fields.first().inputValue()) !== value; presses += 1)
          await keyboard.press("ArrowDown");
        await expect(fields.first()).toHaveValue(value);
        return;
      }
      default:
        await this.tabTo(fields.first());
        await this.retype(value);
    }
  }

  /** After something was done: what became of it has the focus. */
  async hears(words: string): Promise<void> {
    await expect(this.page.locator('[role="status"]:focus')).toContainText(words);
    await this.focused();
  }

  /** Opens what is folded behind a summary. */
  async unfold(summary: Locator): Promise<void> {
    await this.tabTo(summary);
    await this.page.keyboard.press("Enter");
    await expect(summary.locator("xpath=..")).toHaveAttribute("open", "");
  }

  /** Puts other words into the field that has the focus. */
  async retype(value: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(value);
  }

  /** After a form that came back: the summary has the focus, and its first link leads to the field it speaks of. */
  async goToFirstError(): Promise<void> {
    await expect(this.page.locator("#error-summary:focus")).toHaveCount(1);
    await this.focused();
    const link = this.page.locator("#error-summary a").first();
    const target = (await link.getAttribute("href"))?.slice(1) ?? "";
    await this.tabTo(link);
    await this.page.keyboard.press("Enter");
    await expect(await this.focused()).toHaveAttribute("id", target);
    await expect(this.page.locator(":focus")).toHaveAttribute("aria-invalid", "true");
    await expect(this.page.locator(":focus")).toHaveAttribute("aria-describedby", new RegExp(`^${target}-error`));
  }
}
