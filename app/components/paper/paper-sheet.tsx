import type { ReactNode } from "react";
import { askedIdeaForm, type FormSpec, fieldsOf } from "#app/components/submission/form-spec.ts";
import { labelOf } from "#app/components/submission/form-words.ts";
import { useText } from "#app/components/text.tsx";
import { deskChannels } from "#app/domain/submission/submission.ts";
import type { PaperFormPage } from "#app/domain/submission/submission-pages.ts";
import { classNames } from "#app/ui/class-names.ts";
import { type FieldVisibility, VisibilityMark } from "#app/ui/field.tsx";
import { QrPicture } from "#app/ui/qr-picture.tsx";
import { Sheet, SheetBox, SheetField, SheetRow } from "#app/ui/sheet.tsx";
import { paperRows } from "./paper-rows.ts";
import type { PrintedAddressData } from "./printed-address.tsx";

/** Ruled lines of the fields that need more than one; the text itself takes all the room that is left. */
const ruled: Record<string, number> = { body: 6, expectedEffect: 2 };

/** 提案用紙: the fields of the form on the site, in its order, each with who will read it. */
export function PaperSheet({ form, web }: { form: PaperFormPage; web: PrintedAddressData }) {
  const { t } = useText();
  const { theme, questions, desk } = form;
  // what comes on paper is always read before it is public
  const spec = askedIdeaForm(form.asks, "BEFORE");
  return (
    <Sheet>
      <header className="flex items-start justify-between gap-4 border-b-2 border-ink pb-2">
        <div className="flex flex-col gap-0.5">
          <p className="sheet-small">{`${t("common:cityName")} ${t("common:siteName")}`}</p>
          <h2 className="sheet-title">{t("paper:sheet.title")}</h2>
          <p className="font-bold">{`${t("paper:sheet.theme")} ${theme.numeral} ${theme.title}`}</p>
          <p className="sheet-small">{t("submission:idea.notThis")}</p>
        </div>
        <div className="flex w-[40mm] flex-none flex-col items-center text-center">
          <QrPicture qr={web.qr} label={t("paper:sheet.webQr")} size="printed" />
          <span className="sheet-small">{t("paper:sheet.web")}</span>
        </div>
      </header>
      <Part title={t("paper:sheet.publicTitle")} visibility="public" about={[t("paper:sheet.publicAbout")]} roomy>
        {questions.length > 0 && (
          <div className="flex flex-col gap-0.5">
            <p className="font-bold">{t("paper:sheet.question")}</p>
            <ul className="flex flex-wrap gap-x-5 gap-y-0.5">
              {[...questions, { id: "none", text: t("paper:sheet.noQuestion") }].map(({ id, text }) => (
                <li key={id}>
                  <SheetBox>{text}</SheetBox>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Rows of="public" spec={spec} />
      </Part>
      <Part
        title={t("paper:sheet.cityTitle")}
        visibility="private"
        about={[t("paper:sheet.cityAbout"), t("paper:sheet.numberWarning")]}
      >
        <Rows of="city" spec={spec} />
        <SheetRow>
          <SheetField label={t("paper:sheet.address")} />
        </SheetRow>
      </Part>
      <SheetBox>{t("paper:sheet.consent")}</SheetBox>
      <div className="grid grid-cols-1 gap-2 desktop:grid-cols-3 paper:grid-cols-[4fr_6fr_4fr]">
        <Note title={t("paper:sheet.afterTitle")}>{t("paper:sheet.after")}</Note>
        <Note title={t("paper:sheet.handInTitle")}>
          {[desk.department, desk.section, desk.name].join(" ")}
          <br />
          {t("paper:sheet.phone", { phone: desk.phone })}
          <br />
          {desk.hours}
          <br />
          {t("paper:sheet.send")}
        </Note>
        <Note title={t("paper:sheet.officeTitle")} boxed>
          {t("paper:arrivedOn")}:<br />
          {t("paper:channelTerm")}:{" "}
          {deskChannels.map((channel) => t(`paper:channel.${channel}`)).join(t("submission:listSeparator"))}
          <br />
          {t("paper:sheet.number")}:
        </Note>
      </div>
    </Sheet>
  );
}

/** Room for every field of a part. */
function Rows({ of, spec }: { of: keyof typeof paperRows; spec: FormSpec }) {
  const { t } = useText();
  return paperRows[of].map((row) => (
    <SheetRow key={row[0]} roomy={row[0] === "body"}>
      {row.map((name) => {
        const field = fieldsOf(spec).find((known) => known.name === name);
        return (
          field && (
            <SheetField
              key={name}
              label={labelOf(t, spec, field)}
              note={name === "displayName" ? t("paper:sheet.anonymous") : field.required && t("common:required")}
              lines={ruled[name]}
            />
          )
        );
      })}
    </SheetRow>
  ));
}

/** A part of the sheet with one kind of reader. */
function Part({
  title,
  visibility,
  about,
  roomy = false,
  children,
}: {
  title: string;
  visibility: FieldVisibility;
  about: string[];
  roomy?: boolean;
  children: ReactNode;
}) {
  const { t } = useText();
  return (
    <div className={classNames("flex flex-col gap-1.5 paper:gap-1", roomy && "flex-1")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="sheet-heading">{title}</h3>
        <VisibilityMark visibility={visibility}>
          {t(visibility === "public" ? "common:visibility.public" : "common:visibility.city")}
        </VisibilityMark>
        {about.map((sentence) => (
          <span key={sentence} className="sheet-small">
            {sentence}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

function Note({ title, boxed = false, children }: { title: string; boxed?: boolean; children: ReactNode }) {
  return (
    <div className={classNames("sheet-small", boxed && "border border-dashed border-ink px-2 py-1")}>
      <h3 className="font-bold">{title}</h3>
      <p>{children}</p>
    </div>
  );
}
