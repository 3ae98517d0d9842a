import type { ReactNode } from "react";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";

/**
 * A form for those who may change what it shows. For those who only read it the same fields stand there switched off, and no form around
 * them, because there is nothing to send.
 */
export function EditingForm({
  mayChange,
  gap = "gap-6",
  children,
}: {
  mayChange: boolean;
  gap?: "gap-4" | "gap-6" | "gap-8";
  children: ReactNode;
}) {
  const { t } = useText();
  if (mayChange) {
    return <PageForm className={`flex flex-col ${gap}`}>{children}</PageForm>;
  }
  return (
    <fieldset disabled className={`flex min-w-0 flex-col ${gap}`}>
      <legend className="pb-4 text-ink-soft">{t("desk:form.readOnly")}</legend>
      {children}
    </fieldset>
  );
}
