import { describe, expect, it } from "vitest";
import { ideaForm } from "#app/components/submission/form-spec.ts";
import { paperRows } from "./paper-rows.ts";

describe("the form on paper", () => {
  it.each(["public", "city"] as const)(
    "asks for every field of the %s part of the form on the site, and no other",
    (part) => {
      const fields = ideaForm.sections.find(({ key }) => key === part)?.fields ?? [];
      const written = fields.filter(({ control }) => control !== "choice").map(({ name }) => name);
      expect(paperRows[part].flat().sort()).toEqual(written.sort());
    },
  );
});
