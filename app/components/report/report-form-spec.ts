import type { FormSpec } from "#app/components/submission/form-spec.ts";
import { reportLimits } from "#app/domain/report/report.ts";

const toCity = { visibility: "private" } as const;

/** The fields of a report; nothing of it is ever public. */
export const reportForm: FormSpec = {
  words: "report:form",
  sections: [
    {
      key: "city",
      fields: [
        { name: "reasonCode", control: "choice", required: true, ...toCity },
        { name: "words", control: "text", limit: reportLimits.words, rows: 4, support: true, ...toCity },
        { name: "email", control: "email", autoComplete: "email", support: true, ...toCity },
      ],
    },
  ],
};
