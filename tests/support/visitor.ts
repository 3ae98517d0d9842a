import type { Colleague } from "./city.ts";
import type { Answer, TestSite } from "./site.ts";

/** Somebody with a browser: keeps cookies, posts forms as a page of ours does, follows where it is sent when asked to. */
export type Visitor = {
  cookies: Map<string, string>;
  /** `Set-Cookie` of the last answer that had one. */
  lastSetCookie: string[];
  get: (path: string) => Promise<Answer>;
  post: (path: string, fields: Record<string, string> | [string, string][]) => Promise<Answer>;
};

/** @param signedIn the colleague whose session the browser has; a stranger's browser if left out */
export function visitorOf(site: TestSite, signedIn?: Pick<Colleague, "cookie">): Visitor {
  const cookies = new Map<string, string>();
  if (signedIn) cookies.set(...(signedIn.cookie.split("=", 2) as [string, string]));
  const visitor: Visitor = {
    cookies,
    lastSetCookie: [],
    get: async (path) => keep(await site.ask(path, { headers: sent() })),
    post: async (path, fields) =>
      keep(
        await site.ask(path, {
          method: "POST",
          headers: {
            "content-type": "application/x-www-form-urlencoded",
            "sec-fetch-site": "same-origin",
            ...sent(),
          },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
  };
  const sent = (): Record<string, string> =>
    cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  const keep = (answer: Answer) => {
    const set = answer.headers["set-cookie"];
    if (set) visitor.lastSetCookie = set;
    for (const cookie of set ?? []) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return visitor;
}

/** The value of a hidden field of the first form that has it. */
export function hiddenField(body: string, name: string): string {
  const input = body.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? "";
  return input.match(/value="([^"]*)"/)?.[1] ?? "";
}
