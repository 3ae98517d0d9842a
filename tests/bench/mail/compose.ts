import iconv from "iconv-lite";

/** How one message is put together; everything left out is what an ordinary reply has. */
export type Composition = {
  from?: string;
  to?: string;
  subject?: string;
  /** Header lines before all others, as a receiving server adds them. */
  above?: string[];
  /** Further header lines. */
  headers?: string[];
  /** Header lines given as bytes, with their line end. */
  rawHeaders?: Buffer[];
  charset?: string;
  /** What Content-Type says instead of the real charset; null: nothing. */
  declared?: string | null;
  encoding?: "7bit" | "8bit" | "base64" | "quoted-printable";
  type?: string;
  /** Further parameters of Content-Type, with the semicolon. */
  parameters?: string;
  messageId?: string | null;
};

export const replyAddress = "reply+0123456789abcdef0123456789abcdef.0123456789abcdef0123@reply.tomakomai.example";
export const ownSender = "no-reply@tomakomai.example";

/** One message with one text. */
export function mail(text: string | Buffer, composition: Composition = {}): Buffer {
  const {
    from = "gyokaku@city.tomakomai.example",
    to = replyAddress,
    subject = "Re: =?utf-8?B?44CQ5Ym16Z2p44Gy44KN44Gw44CR5Zue562U44Gu44GK6aGY44GEIFI4LTAwNDI=?=",
    above = [],
    headers = [],
    rawHeaders = [],
    messageId = "<20261126.100000.1@city.tomakomai.example>",
  } = composition;
  const lines = [
    ...above,
    `From: ${from}`,
    `To: ${to}`,
    ...(subject === "" ? [] : [`Subject: ${subject}`]),
    "Date: Thu, 26 Nov 2026 10:00:00 +0900",
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    "MIME-Version: 1.0",
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1"), ...rawHeaders, body(text, composition)]);
}

/** A message of several parts, each with its own header lines. */
export function multipart(
  subtype: string,
  parts: Buffer[],
  composition: Composition & { boundary?: string; boundaryParameters?: string } = {},
): Buffer {
  const { boundary = "=_boundary" } = composition;
  return mail(join(parts, boundary), {
    ...composition,
    type: `multipart/${subtype}`,
    declared: null,
    encoding: "7bit",
    parameters: `; boundary="${boundary}"${composition.boundaryParameters ?? ""}`,
  });
}

/** The same as a part of another. */
export function nested(subtype: string, parts: Buffer[], boundary: string): Buffer {
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n`),
    join(parts, boundary),
  ]);
}

function join(parts: Buffer[], boundary: string): Buffer {
  return Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from("\r\n")]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** A text part: header lines, blank line, encoded text. */
export function body(text: string | Buffer, composition: Composition = {}): Buffer {
  const { charset = "utf-8", type = "text/plain", parameters = "", encoding = "8bit" } = composition;
  const declared = composition.declared === undefined ? charset : composition.declared;
  const bytes = Buffer.isBuffer(text) ? text : encode(text.replace(/\r?\n/g, "\r\n"), charset);
  const lines = [
    `Content-Type: ${type}${declared === null ? "" : `; charset=${declared}`}${parameters}`,
    `Content-Transfer-Encoding: ${encoding}`,
  ];
  return Buffer.concat([
    Buffer.from(`${lines.join("\r\n")}\r\n\r\n`),
    transferred(bytes, encoding),
    Buffer.from("\r\n"),
  ]);
}

/** A file. */
export function file(name: string, type: string, size: number, disposition = "attachment"): Buffer {
  const content = Buffer.alloc(size, "x").toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from(
    `Content-Type: ${type}\r\nContent-Disposition: ${disposition}; ${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`,
  );
}

/** Anything else: header lines and content as they are. */
export function part(type: string, content: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n\r\n`), Buffer.from(content)]);
}

function transferred(bytes: Buffer, encoding: NonNullable<Composition["encoding"]>): Buffer {
  switch (encoding) {
    case "7bit":
    case "8bit":
      return bytes;
    case "base64":
      return Buffer.from(bytes.toString("base64").replace(/.{76}/g, "$&\r\n"));
    case "quoted-printable":
      return Buffer.from(quotedPrintable(bytes));
  }
}

function quotedPrintable(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .split("\r\n")
    .map((line) => {
      const coded = line.replace(
        /[^!-<>-~ ]|[ ]$/g,
        (character) => `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
      );
      return coded.replace(/(?:=[0-9A-F]{2}|[^=]){60,72}(?=.)/g, "$&=\r\n");
    })
    .join("\r\n");
}

/** Vendor characters that iconv-lite's EUC-JP puts elsewhere than mail programs do: in the rows of NEC, as code page 50221 has them. */
const vendorRows = new Map([
  ["髙", [0x7c, 0x62]],
  ["﨑", [0x79, 0x75]],
  ["№", [0x2d, 0x62]],
]);

/** A text as bytes; `iso-2022-jp` as code page 50221 writes it, `-kana` with escaped half-width katakana, `-shift` with shifted ones. */
export function encode(text: string, charset: string): Buffer {
  switch (charset) {
    case "iso-2022-jp":
    case "iso-2022-jp-kana":
      return iso2022Jp(text, "escape");
    case "iso-2022-jp-shift":
      return iso2022Jp(text, "shift");
    case "iso-2022-jp-unclosed":
      return iso2022Jp(text, "unclosed");
    default:
      return iconv.encode(text, charset);
  }
}

function iso2022Jp(text: string, kana: "escape" | "shift" | "unclosed"): Buffer {
  const out: number[] = [];
  let set: "ascii" | "double" | "kana" = "ascii";
  const designate = (next: typeof set) => {
    if (next === set) return;
    if (set === "kana" && kana === "shift") out.push(0x0f);
    if (next === "kana" && kana === "shift") out.push(0x1b, 0x28, 0x4a, 0x0e);
    else out.push(0x1b, ...{ ascii: [0x28, 0x42], double: [0x24, 0x42], kana: [0x28, 0x49] }[next]);
    set = next;
  };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isLineEnd = character === "\r" || character === "\n";
    if (code < 0x80) {
      if (isLineEnd && kana === "unclosed") {
        set = "ascii";
      } else {
        designate("ascii");
      }
      out.push(code);
    } else if (code >= 0xff61 && code <= 0xff9f) {
      designate("kana");
      out.push(code - 0xff61 + 0x21);
    } else {
      designate("double");
      out.push(...(vendorRows.get(character) ?? [...iconv.encode(character, "euc-jp")].map((byte) => byte & 0x7f)));
    }
  }
  if (kana !== "unclosed") designate("ascii");
  return Buffer.from(out);
}

/** An encoded word (RFC 2047). */
export function word(text: string, charset = "utf-8", encoding: "B" | "Q" = "B"): string {
  const bytes = encode(text, charset);
  const coded =
    encoding === "B"
      ? bytes.toString("base64")
      : [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  return `=?${charset}?${encoding}?${coded}?=`;
}
