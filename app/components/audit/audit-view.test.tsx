import type i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import type { AuditRow } from "#app/domain/audit/queries/list-audit-entries.server.ts";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { AuditView } from "./audit-view.tsx";

const id = "0194f0aa-0000-7000-8000-000000000000";

const row = (subjectType: string, subjectNumber: string | null): AuditRow => ({
  id: "1",
  at: "2026-11-26T03:00:00.000Z",
  actorKind: "staff",
  actorLabel: "審査担当",
  action: "approve-submission",
  subjectType,
  subjectId: id,
  subjectNumber,
  detail: "{}",
  seal: null,
});

const linksOf = (entry: AuditRow) =>
  [
    ...(renderToStaticMarkup(
      <I18nextProvider i18n={textInstance("ja") as unknown as typeof i18next}>
        <AuditView entries={[entry]} next={null} head={null} filter={{}} asked={{}} />
      </I18nextProvider>,
    )
      .split("<table")[1]
      ?.matchAll(/href="([^"]+)"/g) ?? []),
  ].map(([, href]) => href);

describe("what an entry of the log is about", () => {
  it.each([
    ["submission", "R8-0042", ["/desk/submissions/R8-0042"]],
    ["comment", "R8-0043", ["/desk/comments/R8-0043"]],
    ["decision-run", "R8-0043", [`/desk/runs/${id}`]],
    ["decision-run", null, [`/desk/runs/${id}`]],
    ["mail", "R8-0042", [`/desk/mail/${id}`]],
    ["staff", null, []],
    ["theme", "R8-0042", []],
  ])("a %s numbered %s leads to its own page", (type, number, links) => {
    expect(linksOf(row(type, number))).toEqual(links);
  });
});
