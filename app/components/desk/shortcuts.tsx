import { Fragment } from "react";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";

const id = "shortcuts";
const popover = { popover: "auto" } as object;
const opens = { popovertarget: id } as object;
const closes = { popovertarget: id, popovertargetaction: "hide" } as object;

const keys = {
  queue: ["j", "k", "z"],
  review: ["j", "k", "u", "t", "x", "a", "c", "r", "h", "s", "w", "m", "z"],
  confirm: ["y", "b"],
} as const;

/**
 * The keys of a page, in a list that `?` or its button opens, where they can be turned off. Without JavaScript there is neither: what the
 * keys press stands on the page.
 */
export function Shortcuts({ page }: { page: keyof typeof keys }) {
  const { t } = useText();
  return (
    <>
      <Button type="button" variant="text" size="sm" hidden {...opens}>
        {t("shortcuts:open")}
      </Button>
      <div id={id} role="dialog" aria-labelledby={`${id}-title`} tabIndex={-1} {...popover} className="dialog">
        <div className="flex flex-col gap-5">
          <h2 id={`${id}-title`} className="heading-3">
            {t("shortcuts:title")}
          </h2>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
            {(["help", ...keys[page]] as const).map((act) => (
              <Fragment key={act}>
                <dt className="font-bold">{act === "help" ? "?" : act}</dt>
                <dd>{t(`shortcuts:acts.${act}`)}</dd>
              </Fragment>
            ))}
          </dl>
          <label className="flex items-center gap-2">
            <input type="checkbox" defaultChecked />
            {t("shortcuts:use")}
          </label>
          <Button type="button" variant="outline" {...closes}>
            {t("shortcuts:close")}
          </Button>
        </div>
      </div>
    </>
  );
}
