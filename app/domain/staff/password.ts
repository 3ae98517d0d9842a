/**
 * What a staff password must be (OWASP ASVS 6.2): long enough, not one of those everybody tries first, not made of the account's own
 * name. No rules about kinds of characters, nothing is cut off.
 */
export const passwordLength = { least: 12, most: 200 } as const;

export type PasswordProblem = "passwordTooShort" | "passwordTooLong" | "passwordCommon" | "passwordOwnName";

/** The form a password is hashed and compared in: full-width and half-width typing of the same password are one (NFKC, RFC 8265). */
export function preparedPassword(typed: string): string {
  return typed.normalize("NFKC");
}

/** Words that passwords are built on by adding digits or repeating them; compared after `folded`. */
const baseWords = new Set(
  [
    "password passwort passphrase passw0rd password password administrator administrador admin adminadmin root welcome letmein",
    "qwerty qwertyuiop qwertyui asdfgh asdfghjkl asdfghjk zxcvbn zxcvbnm qwertyuiopasdfghjkl qwertyasdfgh qazwsx qazwsxedc qazwsxedcrfv",
    "iloveyou sunshine princess dragon monkey football baseball superman batman master shadow michael jennifer jordan charlie",
    "whatever trustno trustnoone starwars pokemon doraemon pikachu secret changeme default guest test testtest temp temporary",
    "sakura himawari nihon japan tokyo hokkaido sapporo tomakomai tomakomaishi tomakomaicity shiyakusho yakusho kanrisha kanri",
    "arigatou arigato konnichiwa ohayou aishiteru daisuki tanjoubi kazoku genki yoroshiku yoroshikuonegaishimasu onegaishimasu",
    "shimin machizukuri gyousei gyoukaku koumuin shokuin soumu jouhou abcdef abcdefg abcdefgh abcdefghijkl correcthorsebatterystaple",
    "パスワード ぱすわーど さくら サクラ 桜 苫小牧 苫小牧市 苫小牧市役所 市役所 北海道 札幌 日本 東京 管理者 管理人 職員 担当",
    "ありがとう ありがとうございます こんにちは おはよう おはようございます よろしく よろしくお願いします よろしくおねがいします",
    "いろはにほへと いろはにほへとちりぬるを あいうえお あいうえおかきくけこ ひらけごま 開けごま 開けゴマ 新しいパスワード 行政創革プラン",
  ].flatMap((line) => line.split(" ").map(folded)),
);

/** Passwords of twelve characters and more from the top of published lists that the rules below do not catch. */
const commonPasswords = new Set(
  [
    "1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc zaq12wsxcde3 zaq1xsw2cde3 q1w2e3r4t5y6",
    "1234qwerasdf 1234qwerasdfzxcv qwer1234asdf qwerasdfzxcv qwerty123456 123456qwerty 123qweasdzxc qweasdzxc123 zxcvbnm12345",
    "passwordpassword password123password passwordadmin adminpassword administrator1 letmeinplease iloveyouforever ihatepasswords",
    "thisisapassword mypassword123 mypasswordis thequickbrownfox ilovemyfamily jesuschrist1 football12345 manchesterunited unitedstates",
    "abc123abc123 abcd1234abcd a1b2c3d4e5f6 aabbccddeeff 112233445566 123321123321 111222333444 121212121212 314159265358 1123581321345",
    "gyouseikakushin tomakomaiharbor showa12345678 heisei1234567 reiwa12345678 kanrisha12345 shiyakusho123",
  ].flatMap((line) => line.split(" ").map(folded)),
);

/** Rows people run a finger along; a password that lies on one, in either direction, is no secret. */
const runs = [
  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
  "01234567890123456789012345678901234567890123456789",
  "1234567890-^qwertyuiop@[asdfghjkl;:]zxcvbnm,./",
  "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
  "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
  "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす",
].flatMap((run) => [run, [...run].reverse().join("")]);

const siteNames = ["sokakuhiroba", "sokaku-hiroba", "soukakuhiroba", "創革ひろば", "そうかくひろば"].map(folded);

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

const spelledWithDigits: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** p@ssw0rd read as password. */
function unspelled(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => spelledWithDigits[sign] ?? sign);
}

/** The word inside, without the digits and signs people add in front and behind. */
function core(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

/** The shortest piece that, repeated, makes the whole text. */
function repeatedPiece(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

function isCommon(text: string): boolean {
  const readings = [text, unspelled(text)];
  if (readings.some((reading) => commonPasswords.has(reading) || baseWords.has(reading))) return true;
  const letters = core(text);
  // A run of signs and digits has no word inside; what is left to tell is whether it repeats or runs.
  if (
    letters !== "" &&
    [letters, core(unspelled(text)), unspelled(letters)].some((word) => baseWords.has(repeatedPiece(word)))
  )
    return true;
  const piece = repeatedPiece(text);
  if (piece.length < text.length && (piece.length <= 4 || isCommon(piece))) return true;
  if (new Set(text).size <= 3) return true;
  return runs.some((run) => run.includes(text));
}

/**
 * What is wrong with a new password, or null. Counts characters (code points), 12 to 200. `own` are words an attacker would try first
 * for this account: its address and its name.
 */
export function passwordProblem(typed: string, own: { email: string; name: string }): PasswordProblem | null {
  const password = preparedPassword(typed);
  const length = [...password].length;
  if (length < passwordLength.least) return "passwordTooShort";
  if (length > passwordLength.most) return "passwordTooLong";
  const text = folded(password);
  if (isCommon(text)) return "passwordCommon";
  const [mailbox = ""] = own.email.split("@");
  const ownWords = [own.email, mailbox, own.name.replace(/\s/g, "")]
    .map(folded)
    .filter((word) => [...word].length >= 3);
  if ([...ownWords, ...siteNames].some((word) => text.includes(word))) return "passwordOwnName";
  return null;
}
