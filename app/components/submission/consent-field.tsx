import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { Link } from "#app/ui/link.tsx";
import { type FormState, problemOf } from "./form-words.ts";

/** The rules of the place and the use of personal data, agreed to by a tick. */
export function ConsentField({ state }: { state: FormState }) {
  const { t, path } = useText();
  return (
    <Checkbox
      id="consent"
      name="consent"
      label={t("submission:consent.label")}
      required
      requirementText={t("common:required")}
      defaultChecked={(state.values.consent ?? "") !== ""}
      error={problemOf(t, state, "consent")}
      support={
        <span className="flex flex-wrap gap-x-6">
          <Link href={path(paths.guidelines())}>{t("submission:consent.guidelines")}</Link>
          <Link href={path(paths.privacy())}>{t("submission:consent.privacy")}</Link>
        </span>
      }
    />
  );
}
