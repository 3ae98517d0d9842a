import { parseCorporateNumber } from "#app/domain/submission/corporate-number.ts";
import { describedBy, type FieldTexts } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/**
 * 13 digits, or the box that says there is none. Both have the same name and the box comes last, so its value wins where both are sent;
 * typing 「なし」 means the same.
 */
export function CorporateNumberField({
  value,
  noneLabel,
  ...texts
}: FieldTexts & { name: string; value: string; noneLabel: string }) {
  const none = parseCorporateNumber(value).kind === "none";
  return (
    <div className="flex flex-col gap-3">
      <TextInput {...texts} defaultValue={none ? "" : value} inputMode="numeric" autoComplete="off" width="medium" />
      <label className="flex min-h-11 cursor-pointer items-center gap-3 self-start">
        <input
          type="checkbox"
          name={texts.name}
          value="none"
          defaultChecked={none}
          aria-describedby={describedBy(texts)}
          className="size-6 flex-none"
        />
        <span>{noneLabel}</span>
      </label>
    </div>
  );
}
