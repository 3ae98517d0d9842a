/** What the receiving server found out about who sent a message (RFC 8601). Null where it says nothing. */
export type Authentication = { dmarc: string | null; spf: string | null; dkim: string | null };

/** So much of one report is read, in characters. */
const longest = 10_000;

/**
 * What the city's own receiving server reports. Anybody can write such a header, so only those count that name `server`; that one removes
 * forged ones with its own name (RFC 8601 §5). A server may write one header for each method; of several that report on the same one the topmost
 * counts, which was added last.
 *
 * @param headers the `Authentication-Results` headers from the top, decoded and unfolded
 * @param server the authserv-id the receiving server writes; null: nothing is believed
 * @returns null if the server reports nothing
 */
export function readAuthentication(headers: readonly string[], server: string | null): Authentication | null {
  if (server === null) return null;
  const own = headers
    .map((header) => header.slice(0, longest))
    .filter((header) => serverOf(header) === server.toLowerCase());
  if (own.length === 0) return null;
  const results = own.flatMap((header) => withoutComments(header).split(";").slice(1));
  const of = (method: string) => {
    for (const result of results) {
      const found = new RegExp(String.raw`^\s*${method}(?:/\d+)?\s*=\s*([a-z]+)`, "i").exec(result);
      if (found !== null) return (found[1] ?? "").toLowerCase();
    }
    return null;
  };
  return { dmarc: of("dmarc"), spf: of("spf"), dkim: of("dkim") };
}

function serverOf(header: string): string {
  return (withoutComments(header).split(";", 1)[0] ?? "").trim().split(/\s+/, 1)[0]?.toLowerCase() ?? "";
}

/** Comments may hold semicolons and results that nobody found. */
function withoutComments(header: string): string {
  let depth = 0;
  let text = "";
  for (const character of header) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) text += character;
  }
  return text;
}
