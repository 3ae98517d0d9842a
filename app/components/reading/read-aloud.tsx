import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";

/** Controls of the read-aloud, hidden until the page's script finds a voice for the page's language on this machine. */
export function ReadAloud() {
  const { t } = useText();
  const words = {
    start: t("readAloud:start"),
    pause: t("readAloud:pause"),
    resume: t("readAloud:resume"),
    ready: "",
    reading: t("readAloud:reading"),
    paused: t("readAloud:paused"),
    done: t("readAloud:done"),
  };
  return (
    <div
      data-read-aloud={JSON.stringify(words)}
      hidden
      className="group rs_skip data-active:fixed data-active:inset-x-0 data-active:bottom-0 data-active:z-10 data-active:border-t data-active:border-line-strong data-active:bg-surface data-active:px-4 data-active:py-2 paper:hidden"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent */}
      <div role="group" aria-label={t("readAloud:label")} className="flex flex-wrap items-center gap-1 desktop:gap-3">
        <Button type="button" variant="outline" size="sm" data-act="toggle">
          <span data-label="">{words.start}</span>
        </Button>
        <span data-more="" hidden>
          <span className="flex flex-wrap gap-1 desktop:gap-3">
            <Button type="button" variant="text" size="sm" data-act="previous">
              {t("readAloud:previous")}
            </Button>
            <Button type="button" variant="text" size="sm" data-act="next">
              {t("readAloud:next")}
            </Button>
            <Button type="button" variant="text" size="sm" data-act="stop">
              {t("readAloud:stop")}
            </Button>
          </span>
        </span>
        {/* Over a small page the marked sentence says it, and the bar stays low. */}
        <span role="status" className="text-small text-ink-soft narrow:group-data-active:sr-only" />
      </div>
    </div>
  );
}
