/**
 * How the HTML of a mail looks: the colours of the site's standard look and of its dark one, as values, because a mail program knows no
 * variables. Every colour and size stands in the elements themselves, since some programs drop style sheets; the sheets add what only they
 * can say: the dark colours, narrow screens, what Outlook needs. There is no other style in a mail.
 */
type Colours = {
  /** Around the sheet, and of the card with the facts. */
  page: string;
  sheet: string;
  line: string;
  ink: string;
  inkSoft: string;
  link: string;
  accent: string;
  onAccent: string;
  /** The bar beside quoted words. */
  quoteBar: string;
  mark1: string;
  mark2: string;
  mark3: string;
  mark4: string;
};

export const mailColours: { light: Colours; dark: Colours } = {
  light: {
    page: "#f5f7fc",
    sheet: "#ffffff",
    line: "#d5dbe8",
    ink: "#1a1a1a",
    inkSoft: "#4d4d4d",
    link: "#00118f",
    accent: "#0017c1",
    onAccent: "#ffffff",
    quoteBar: "#9db7f9",
    mark1: "#0017c1",
    mark2: "#01b7d6",
    mark3: "#4979f5",
    mark4: "#ffc700",
  },
  dark: {
    page: "#1e212b",
    sheet: "#15171e",
    line: "#3d4253",
    ink: "#f1f2f6",
    inkSoft: "#d5d8e2",
    link: "#a9c2ff",
    accent: "#a3bcfb",
    onAccent: "#0c1230",
    quoteBar: "#5c76c9",
    mark1: "#6a88f2",
    mark2: "#2fb4ca",
    mark3: "#90a9f8",
    mark4: "#f0c038",
  },
};

/** What is read on what: every text of a mail stands in one of these pairs. */
export const mailColourPairs = [
  ["ink", "page"],
  ["inkSoft", "page"],
  ["link", "page"],
  ["ink", "sheet"],
  ["inkSoft", "sheet"],
  ["link", "sheet"],
  ["onAccent", "accent"],
] as const satisfies ReadonlyArray<readonly [text: keyof Colours, ground: keyof Colours]>;

const { light, dark } = mailColours;

// What Windows has comes last: there it is the only one found.
const fonts =
  "'Noto Sans JP','Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic Medium','Yu Gothic',Meiryo,sans-serif";
// Webmail may show a mail in the old way, in which a table inherits the font alone.
const running = "font-size:16px;line-height:1.7;text-align:left;line-break:strict;overflow-wrap:anywhere";

const stone = (colour: string, corners: string) =>
  `width:13px;height:13px;padding:0;font-size:0;line-height:0;background-color:${colour};border-radius:${corners}`;

/** The `style` of each kind of element, by its class. */
export const mailStyles = {
  page: `margin:0;padding:0;background-color:${light.page}`,
  room: `padding:24px 12px;background-color:${light.page};color:${light.ink};font-family:${fonts};${running}`,
  frame: "width:100%;max-width:600px;margin:0 auto;border-collapse:separate;border-spacing:0",
  head: `padding:0 8px 16px;color:${light.ink};${running};line-height:1.3`,
  brand: "border-collapse:separate;border-spacing:0",
  sign: "border-collapse:separate;border-spacing:2px",
  "stone stone-1": stone(light.mark1, "4px 0 0 0"),
  "stone stone-2": stone(light.mark2, "0 4px 0 0"),
  "stone stone-3": stone(light.mark3, "0 0 0 4px"),
  "stone stone-4": stone(light.mark4, "0"),
  name: `padding:0 0 0 10px;color:${light.ink};${running};line-height:1.3`,
  city: "font-size:14px",
  site: "font-size:18px;font-weight:bold;letter-spacing:0.04em",
  sheet: `padding:28px 24px;background-color:${light.sheet};border:1px solid ${light.line};border-radius:16px;color:${light.ink};${running}`,
  title: "margin:0 0 20px;font-size:22px;line-height:1.5;font-weight:bold",
  text: "margin:0 0 16px",
  whole: "width:100%;border-collapse:separate;border-spacing:0",
  card: `padding:10px 20px;background-color:${light.page};border-radius:12px`,
  term: `width:32%;padding:6px 12px 6px 0;color:${light.ink};${running};font-weight:bold;vertical-align:top;white-space:nowrap`,
  value: `padding:6px 0;color:${light.ink};${running};vertical-align:top`,
  label: "margin:28px 0 8px;font-size:16px;line-height:1.5;font-weight:bold",
  quote: `padding:4px 0 4px 16px;border-left:4px solid ${light.quoteBar};color:${light.ink};${running}`,
  words: "margin:0",
  push: "margin:28px 0 12px;border:0;border-collapse:separate;border-spacing:0",
  button: `padding:0;border:0;background-color:${light.accent};border-radius:12px;text-align:center;mso-padding-alt:14px 28px`,
  press: `display:inline-block;padding:14px 28px;border-radius:12px;color:${light.onAccent};font-size:17px;line-height:1.4;font-weight:bold;text-decoration:none`,
  other: "margin:20px 0 4px",
  small: `margin:0 0 16px;color:${light.inkSoft};font-size:14px;line-height:1.6`,
  foot: `padding:24px 8px 8px;color:${light.inkSoft};${running};font-size:14px`,
  link: `color:${light.link}`,
} as const;

export type MailClass = keyof typeof mailStyles;

/** An element's class, which the sheets below know it by, and its style. */
export const look = (name: MailClass) => `class="${name}" style="${mailStyles[name]}"`;

/** Outlook, which draws with Word, falls back to a serif where it lacks the first font. Other programs read a comment. */
const outlookFont =
  "<!--[if mso]><style>body,table,td,th,h1,h2,p,a,b{font-family:Meiryo,sans-serif !important}</style><![endif]-->";

const narrow = `
.title,.label{word-break:auto-phrase}
@media (max-width:480px){
.term,.value{display:block !important;width:auto !important;white-space:normal !important}
.term{padding-bottom:0 !important}
.value{padding-top:0 !important}
.push{width:100% !important}
.press{display:block !important}
}`;

const darkRules = `
.page,.room,.card{background-color:${dark.page} !important}
.room,.head,.name,.sheet,.term,.value,.quote{color:${dark.ink} !important}
.sheet{background-color:${dark.sheet} !important;border-color:${dark.line} !important}
.quote{border-color:${dark.quoteBar} !important}
.small,.foot{color:${dark.inkSoft} !important}
.link{color:${dark.link} !important}
.button{background-color:${dark.accent} !important}
.press{color:${dark.onAccent} !important}
.stone-1{background-color:${dark.mark1} !important}
.stone-2{background-color:${dark.mark2} !important}
.stone-3{background-color:${dark.mark3} !important}
.stone-4{background-color:${dark.mark4} !important}
`;

/** How a mail is shown: as it is sent (light or dark as the reader's system is), or for looking at it as one of them, or with no style. */
export const mailLooks = ["sent", "light", "dark", "bare"] as const;

export type MailLook = (typeof mailLooks)[number];

const scheme = (names: string) => `\n:root{color-scheme:${names};supported-color-schemes:${names}}`;

/**
 * The contents of a mail's style elements. Dark is an element of its own: a program that stumbles over one rule may drop all that is with it.
 */
export function mailSheets(mailLook: MailLook): string[] {
  switch (mailLook) {
    case "sent":
      return [`${scheme("light dark")}${narrow}\n`, `\n@media (prefers-color-scheme:dark){${darkRules}}\n`];
    case "light":
      return [`${scheme("light")}${narrow}\n`];
    case "dark":
      return [`${scheme("dark")}${narrow}\n`, darkRules];
    case "bare":
      return [];
  }
}

/** What a mail's head says of its looks. */
export function mailHead(mailLook: MailLook): string {
  const names = mailLook === "light" || mailLook === "dark" ? mailLook : "light dark";
  return [
    `<meta name="color-scheme" content="${names}">`,
    `<meta name="supported-color-schemes" content="${names}">`,
    ...mailSheets(mailLook).map((sheet) => `<style>${sheet}</style>`),
    ...(mailLook === "bare" ? [] : [outlookFont]),
  ].join("\n");
}

/**
 * A mail's HTML as it was rendered, in another look: for looking at it where one's own system has only one of them.
 * @param html as `renderMail` gave it
 */
export function inMailLook(html: string, mailLook: MailLook): string {
  const dressed = html.replace(mailHead("sent"), () => mailHead(mailLook));
  // People's words cannot look like an attribute: their quotation marks are escaped.
  return mailLook === "bare" ? dressed.replaceAll(/ style="[^"]*"/g, "") : dressed;
}
