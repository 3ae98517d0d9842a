import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { Checkbox, RadioGroup } from "./choice-group.tsx";
import { DateInput } from "./date-input.tsx";
import { ConfirmDialog } from "./desk-dialog.tsx";
import { EmergencyBanner } from "./emergency-banner.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileInput } from "./file-input.tsx";
import { PhoneLink } from "./link.tsx";
import { NotificationBanner } from "./notification-banner.tsx";
import { PageNavigation } from "./page-navigation.tsx";
import { Pagination } from "./pagination.tsx";
import { Prose } from "./prose.tsx";
import { Select } from "./select.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { StepNavigation } from "./step-navigation.tsx";
import { Table } from "./table.tsx";
import { TextInput } from "./text-input.tsx";
import { Textarea } from "./textarea.tsx";
import { type UiWords, UiWordsProvider } from "./words.tsx";

const html = (element: ReactElement): string => renderToStaticMarkup(element);

const words: UiWords = {
  tones: { success: "完了", error: "エラー", warning: "注意", info: "お知らせ" },
  count: { left: "あと{n}文字", over: "{n}文字超えています" },
  dateSupport: "例 2026-12-08、令和8年12月8日",
  cancel: "やめる",
};
const said = (element: ReactElement): string => html(<UiWordsProvider words={words}>{element}</UiWordsProvider>);

/** The opening tag of the element with this id. */
function tag(markup: string, id: string): string {
  return new RegExp(`<[a-z]+[^>]* id="${id}"[^>]*>`).exec(markup)?.[0] ?? "";
}

describe("a text field", () => {
  const field = (
    <TextInput
      id="title"
      name="title"
      label="題名"
      required
      requirementText="※必須"
      visibility="public"
      visibilityText="公開されます"
      support="短く書いてください。"
      error="題名を書いてください。"
      note="60文字まで"
    />
  );

  it("is described by its error first, then by support text and note", () => {
    expect(tag(html(field), "title")).toContain('aria-describedby="title-error title-support title-note"');
  });

  it("is marked invalid only when it has an error", () => {
    expect(tag(html(field), "title")).toContain('aria-invalid="true"');
    const fine = html(<TextInput id="title" name="title" label="題名" />);
    expect(tag(fine, "title")).not.toMatch(/aria-/);
  });

  it("says in its label that it is required and who will read it", () => {
    const label = /<label for="title".*?<\/label>/.exec(html(field))?.[0] ?? "";
    expect(label).toContain("※必須");
    expect(label).toContain("公開されます");
  });

  it("never cuts what is pasted: the limit is told to scripts, not to the browser", () => {
    const markup = html(<Textarea id="body" name="body" label="内容" limit={2000} defaultValue={"一\n二"} />);
    expect(tag(markup, "body")).toContain('data-limit="2000"');
    expect(markup).not.toContain("maxlength");
  });
});

describe("a select", () => {
  it("offers the empty choice first and keeps what was chosen", () => {
    const options = [
      { value: "a", label: "甲" },
      { value: "b", label: "乙" },
    ];
    const markup = html(
      <Select id="q" name="q" label="問い" emptyLabel="選ばない" options={options} defaultValue="b" />,
    );
    expect(markup).toMatch(/<option value="">選ばない<\/option>.*<option value="b" selected="">乙<\/option>/);
  });
});

describe("a group of choices", () => {
  const group = (
    <RadioGroup
      id="stance"
      name="stance"
      label="この提案について"
      error="どれか1つを選んでください。"
      defaultValue="AGAINST"
      choices={[
        { value: "FOR", label: "賛成" },
        { value: "AGAINST", label: "反対" },
      ]}
    />
  );

  it("is a fieldset whose legend is its label and whose error describes it", () => {
    expect(html(group)).toMatch(
      /<fieldset aria-describedby="stance-error"[^>]*><legend[^>]*>.*この提案について.*<\/legend>/,
    );
  });

  it("gives its own id to the first input, where the error summary leads", () => {
    expect(tag(html(group), "stance")).toContain('value="FOR"');
    expect(tag(html(group), "stance-2")).toContain('checked=""');
  });

  it("describes a single checkbox by its error", () => {
    const markup = html(<Checkbox id="consent" name="consent" label="同意します" error="同意が必要です。" />);
    expect(tag(markup, "consent")).toContain('aria-describedby="consent-error"');
  });
});

describe("the error summary", () => {
  it("takes the focus without a script and leads to each field", () => {
    const markup = html(
      <ErrorSummary
        title="直してください"
        errors={[{ fieldId: "title", message: "題名がありません" }, { message: "全体の誤り" }]}
      />,
    );
    expect(tag(markup, "error-summary")).toMatch(/role="alert" tabindex="-1" autofocus=""/);
    expect(markup).toMatch(/<a href="#title"[^>]*>題名がありません<\/a>/);
    expect(markup).toContain("<li>全体の誤り</li>");
  });

  it("is absent when nothing is wrong", () => {
    expect(html(<ErrorSummary title="直してください" errors={[]} />)).toBe("");
  });
});

describe("navigation", () => {
  it("names the page itself as the current place and does not link to it", () => {
    const markup = html(<Breadcrumb label="現在位置" crumbs={[{ label: "ホーム", href: "/" }, { label: "テーマ" }]} />);
    expect(markup).toMatch(/<span aria-current="page"[^>]*>テーマ<\/span>/);
    expect(markup.match(/<a /g)).toHaveLength(1);
  });

  it("marks exactly the present step", () => {
    const markup = html(
      <StepNavigation
        label="手順"
        summary="全3ステップ中、2番目です"
        doneText="完了"
        current={1}
        steps={[{ label: "入力" }, { label: "確認" }, { label: "送信" }]}
      />,
    );
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-current="step".*確認/);
  });

  it("leaves pagination out when there is one page", () => {
    expect(html(<Pagination label="ページ" />)).toBe("");
    expect(html(<Pagination label="ページ" next={{ href: "?after=x", label: "次" }} />)).toContain('rel="next"');
  });
});

describe("a table", () => {
  const columns = [
    { key: "n", header: "受付番号", cell: (row: { n: string }) => row.n, rowHeader: true },
    { key: "d", header: "日数", cell: () => "8", numeric: true },
  ];

  it("can be reached and scrolled by keyboard under the name of its caption", () => {
    const markup = html(
      <Table id="queue" caption="受付一覧" columns={columns} rows={[{ n: "R8-0001" }]} rowKey={(row) => row.n} />,
    );
    expect(markup).toMatch(/<section aria-labelledby="queue-caption" tabindex="0"/);
    expect(markup).toMatch(/<th scope="row"[^>]*>R8-0001<\/th>/);
  });

  it("says what is missing when it has no rows", () => {
    const markup = html(
      <Table id="queue" caption="受付一覧" columns={columns} rows={[]} rowKey={(row) => row.n} empty="ありません" />,
    );
    expect(markup).toContain('colSpan="2"');
    expect(markup).toContain("ありません");
  });
});

describe("people's words", () => {
  it("come out as text, never as markup or as a link", () => {
    const markup = html(<Prose text={"<b>https://example.com</b>\n二行目\n\n髙﨑 𠮷 👨‍👩‍👧"} />);
    expect(markup).not.toContain("<b>");
    expect(markup).not.toContain("<a ");
    expect(markup.match(/<p dir="auto"/g)).toHaveLength(2);
    expect(markup).toContain("髙﨑 𠮷 👨‍👩‍👧");
  });
});

describe("small parts", () => {
  it("a button submits unless said otherwise, a link stays a link", () => {
    expect(html(<Button>送る</Button>)).toMatch(/^<button type="submit"/);
    expect(html(<ButtonLink href="/themes">テーマ</ButtonLink>)).toMatch(/^<a href="\/themes"/);
  });

  it("a telephone link dials the international form of a number written in any width", () => {
    expect(html(<PhoneLink number="０１４４－３２－６１６９" />)).toContain('href="tel:+81144326169"');
  });

  it("is dialled nationally when it only works within the country", () => {
    expect(html(<PhoneLink number="0120-000-000" />)).toContain('href="tel:0120000000"');
    expect(html(<PhoneLink number="0800-000-0000" />)).toContain('href="tel:08000000000"');
  });

  it("a state is said in words beside a picture that screen readers skip", () => {
    expect(html(<StatusBadge tone="success">回答済み</StatusBadge>)).toMatch(/<svg[^>]*aria-hidden="true".*回答済み/);
  });
});

describe("a field with a limit", () => {
  it("tells the script that counts how far it may go and what to say, in the page's language", () => {
    const control = tag(said(<Textarea id="body" name="body" label="内容" limit={2000} />), "body");
    expect(control).toContain('data-limit="2000" data-left="あと{n}文字" data-over="{n}文字超えています"');
    const line = tag(said(<TextInput id="title" name="title" label="題名" limit={100} />), "title");
    expect(line).toContain('data-limit="100"');
    expect(line).not.toContain("maxlength");
  });

  it("is not counted without a limit", () => {
    expect(said(<Textarea id="body" name="body" label="内容" />)).not.toContain("data-l");
  });
});

describe("a date", () => {
  it("is typed as text, with an example in both calendars that describes it after its error", () => {
    const markup = said(<DateInput id="dueOn" name="dueOn" label="期限" error="日付がありません。" />);
    expect(tag(markup, "dueOn")).toContain('type="text"');
    expect(tag(markup, "dueOn")).toContain('aria-describedby="dueOn-error dueOn-support"');
    expect(tag(markup, "dueOn-support")).not.toBe("");
    expect(markup).toContain("例 2026-12-08、令和8年12月8日");
  });
});

describe("a file", () => {
  it("says in words what is accepted and keeps its error with it", () => {
    const markup = html(
      <FileInput
        id="plan"
        name="plan"
        label="資料"
        accept="application/pdf"
        support="PDF。10MBまで"
        error="大きすぎます。"
      />,
    );
    expect(tag(markup, "plan")).toMatch(/type="file" name="plan" accept="application\/pdf"/);
    expect(tag(markup, "plan")).toContain('aria-describedby="plan-error plan-support"');
  });
});

describe("notices", () => {
  it("say their kind in words even when the page forgets to", () => {
    expect(said(<NotificationBanner tone="warning" title="届いていません" />)).toContain(
      '<span class="sr-only">注意: </span>届いていません',
    );
  });

  it("that are urgent are a region of their own name, with a link only when there is somewhere to go", () => {
    const markup = html(<EmergencyBanner label="緊急のお知らせ" text="停電です。" />);
    expect(markup).toMatch(/^<section aria-label="緊急のお知らせ"/);
    expect(markup).not.toContain("<a ");
    const linked = html(
      <EmergencyBanner label="緊急のお知らせ" text="停電です。" link={{ href: "/plan", label: "詳しい情報を見る" }} />,
    );
    expect(linked).toMatch(/<a href="\/plan"[^>]*>詳しい情報を見る/);
  });
});

describe("a list of what stands on the page", () => {
  it("is a navigation named by its visible heading, a link to each part in order", () => {
    const markup = html(
      <PageNavigation
        label="このページの内容"
        parts={[
          { id: "a", label: "甲" },
          { id: "b", label: "乙" },
        ]}
      />,
    );
    expect(markup).toMatch(/<nav aria-labelledby="contents".*<h2 id="contents"[^>]*>このページの内容<\/h2>/);
    expect(markup).toMatch(/<a href="#a".*<a href="#b"/);
  });
});

describe("a question before something hard to take back", () => {
  const dialog = (
    <ConfirmDialog id="remove" openText="取り除く" title="取り除きますか">
      <form method="post">
        <Button>取り除く</Button>
      </form>
    </ConfirmDialog>
  );

  it("is opened and closed by the browser alone, and nothing but its form sends anything", () => {
    const markup = said(dialog);
    expect(markup).toMatch(/<button popovertarget="remove" type="button"/);
    expect(markup).toMatch(/<button popovertarget="remove" popovertargetaction="hide" type="button"[^>]*>やめる/);
    expect(markup.match(/type="submit"/g)).toHaveLength(1);
  });

  it("is a dialog named by its question, which takes the focus when it opens", () => {
    expect(tag(said(dialog), "remove")).toMatch(
      /role="dialog" aria-labelledby="remove-title" tabindex="-1" popover="auto" autofocus=""/,
    );
  });
});
