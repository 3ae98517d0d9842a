import { useText } from "#app/components/text.tsx";
import type { FollowPace } from "#app/domain/follow/follow.ts";
import type { ShownThing } from "#app/domain/follow/queries/show-things.server.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { thingWords } from "./thing-words.ts";

/** What is followed, and how soon its news come, set apart from the words around it. */
export function ThingName({ thing, pace }: { thing: ShownThing; pace?: FollowPace }) {
  const { t } = useText();
  return (
    <DescriptionList
      items={[
        { term: t("follows:form.thing"), description: <OwnWords>{thingWords(t, thing)}</OwnWords> },
        ...(pace === undefined ? [] : [{ term: t("follows:form.pace"), description: t(`follows:pace.${pace}`) }]),
      ]}
    />
  );
}
