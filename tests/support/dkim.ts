import { createHash, type KeyObject, verify } from "node:crypto";

/** Names and raw values of a header, unfolded, in order. */
function fieldsOf(head: string): [name: string, value: string][] {
  return head
    .replace(/\r\n(?=[ \t])/g, "")
    .split("\r\n")
    .filter(Boolean)
    .map((line): [string, string] => [
      line.slice(0, line.indexOf(":")).toLowerCase().trim(),
      line.slice(line.indexOf(":") + 1),
    ]);
}

/** Relaxed form of a field's value (RFC 6376 §3.4.2). */
const relaxed = (value: string) => value.replace(/[ \t]+/g, " ").trim();

/** Relaxed form of a body (RFC 6376 §3.4.4). */
function relaxedBody(body: string): string {
  const lines = body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(?:\r\n)+$/, "");
  return lines === "" ? "" : `${lines}\r\n`;
}

/**
 * Checks the one DKIM signature of a message, `rsa-sha256` and `relaxed/relaxed`, as a receiver does with the published key.
 *
 * @returns its tags, and whether body and signature hold
 * @throws Error if there is no such signature
 */
export function readSignature(raw: Buffer, publicKey: KeyObject): { tags: Map<string, string>; holds: boolean } {
  const message = raw.toString("latin1");
  const end = message.indexOf("\r\n\r\n");
  const fields = fieldsOf(message.slice(0, end));
  const signatures = fields.filter(([name]) => name === "dkim-signature");
  const [signature] = signatures;
  if (signature === undefined || signatures.length > 1) throw new Error(`${signatures.length} signatures`);
  const tags = new Map(
    signature[1].split(";").map((part): [string, string] => {
      const at = part.indexOf("=");
      return [part.slice(0, at).trim(), part.slice(at + 1).replace(/\s+/g, "")];
    }),
  );
  if (tags.get("a") !== "rsa-sha256" || tags.get("c") !== "relaxed/relaxed") throw new Error("another algorithm");
  const bodyHash = createHash("sha256")
    .update(relaxedBody(message.slice(end + 4)), "latin1")
    .digest("base64");
  const left = [...fields];
  const signed = (tags.get("h") ?? "").split(":").map((name) => {
    const at = left.findLastIndex(([other]) => other === name.toLowerCase());
    const [field] = at < 0 ? [] : left.splice(at, 1);
    return field === undefined ? "" : `${field[0]}:${relaxed(field[1])}\r\n`;
  });
  const own = `dkim-signature:${relaxed(signature[1].replace(/(\bb\s*=)[^;]*$/, "$1"))}`;
  const holds =
    bodyHash === tags.get("bh") &&
    verify(
      "sha256",
      Buffer.from(signed.join("") + own, "latin1"),
      publicKey,
      Buffer.from(tags.get("b") ?? "", "base64"),
    );
  return { tags, holds };
}
