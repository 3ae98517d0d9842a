import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { controlLook } from "./field.tsx";

/** A search that works as a plain GET form. `label` is visible unless `labelHidden`; the button says it in words. */
export function SearchBox({
  id,
  action,
  name,
  label,
  labelHidden = false,
  buttonText,
  defaultValue,
}: {
  id: string;
  action: string;
  name: string;
  label: string;
  labelHidden?: boolean;
  buttonText: string;
  defaultValue?: string;
}) {
  return (
    <search className="w-full paper:hidden">
      <form action={action} method="get" className="flex flex-col gap-2">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "font-bold"}>
          {label}
        </label>
        <span className="flex flex-wrap gap-2">
          <input
            id={id}
            name={name}
            type="search"
            enterKeyHint="search"
            defaultValue={defaultValue}
            className={classNames(controlLook, "min-w-32 flex-1")}
          />
          <Button icon="search">{buttonText}</Button>
        </span>
      </form>
    </search>
  );
}
