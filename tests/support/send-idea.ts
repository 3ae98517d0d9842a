/** What a browser does with the idea form, without a browser: input, confirm page, send. */
export type SentIdea = { number: string; receiptPath: string; idempotencyKey: string };

/** Hidden fields of a confirm page, by name. */
export function hiddenFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name) fields[name] = unescapeHtml(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return fields;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
/** A text out of the value of an attribute. */
export const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (all, name: string) => entities[name] ?? all);

async function post(url: string, fields: Record<string, string>, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", ...headers },
    body: new URLSearchParams(fields),
  });
}

/** The confirm page's fields for an idea. @throws Error when the form is not accepted. */
export async function confirmIdea(
  site: string,
  theme: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const response = await post(
    `${site}/themes/${theme}/proposals/new?kind=idea`,
    { ...fields, intent: "confirm" },
    headers,
  );
  const html = await response.text();
  const hidden = hiddenFields(html);
  if (response.status !== 200 || !hidden.idempotencyKey) throw new Error(`no confirm page: ${response.status}`);
  return hidden;
}

/** Sends what the confirm page holds. @throws Error when there is no receipt. */
export async function sendIdea(
  site: string,
  theme: string,
  hidden: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<SentIdea> {
  const response = await post(
    `${site}/themes/${theme}/proposals/new?kind=idea`,
    { ...hidden, intent: "send" },
    headers,
  );
  const receiptPath = response.headers.get("location") ?? "";
  await response.body?.cancel();
  const number = /\/receipts\/([^?/]+)/.exec(receiptPath)?.[1];
  if (response.status !== 303 || !number) throw new Error(`no receipt: ${response.status}`);
  return { number: decodeURIComponent(number), receiptPath, idempotencyKey: hidden.idempotencyKey ?? "" };
}

/** Sends an idea without a mail address. @returns the pages of who sent it: the receipt and what becomes of it */
export async function sentPages(url: string): Promise<string[]> {
  const fields = { title: "公園の水飲み場", body: "公園に水飲み場がほしいです。", consent: "on" };
  const { number, receiptPath } = await sendIdea(url, "collaboration", await confirmIdea(url, "collaboration", fields));
  const receipt = await (await fetch(url + receiptPath)).text();
  const tracked = new RegExp(`/track/${number}/[0-9A-Z-]+`).exec(receipt)?.[0];
  if (!tracked) throw new Error("the receipt does not show the tracking address");
  return [receiptPath, tracked];
}
