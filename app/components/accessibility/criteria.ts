/*
 * What was found about each success criterion on the public pages, and how. The table of JIS X 8341-3:2016 has the numbers and levels of WCAG 2.0,
 * which that standard adopts unchanged (ISO/IEC 40500:2012). Names are the standards' own, in both their languages. Whoever changes
 * what a result says here has looked again; `testedOn` is then the day of it.
 */

/** Day of the last complete test, by the calendar of Japan. */
export const testedOn = new Date("2026-11-25T12:00:00+09:00");

/** `met`: holds wherever it was looked at. `absent`: nothing on the pages that the criterion speaks of, which counts as met. */
export type Result = "met" | "absent";

/** `machine`: axe-core, html-validate and measurements in a browser, on every page. `keys`: a browser that uses the keyboard alone. `reading`: by reading markup and pages. */
export type Means = "machine" | "keys" | "reading";

type Note =
  | "sound"
  | "colourSchemes"
  | "drawing"
  | "signInEnds"
  | "ways"
  | "byScript"
  | "confirmation"
  | "largeText"
  | "contactPlace"
  | "noSignIn";

export type Criterion = {
  number: string;
  level: "A" | "AA";
  ja: string;
  en: string;
  result: Result;
  means: readonly Means[];
  /** The remark's name in the words. */
  note?: Note;
};

type Row = [
  number: string,
  level: "A" | "AA",
  ja: string,
  en: string,
  result: Result,
  means: readonly Means[],
  note?: Note,
];

const machine: readonly Means[] = ["machine"];
const keys: readonly Means[] = ["keys"];
const reading: readonly Means[] = ["reading"];
const both: readonly Means[] = ["machine", "reading"];
const machineAndKeys: readonly Means[] = ["machine", "keys"];

const read = (rows: readonly Row[]): Criterion[] =>
  rows.map(([number, level, ja, en, result, means, note]) => ({
    number,
    level,
    ja,
    en,
    result,
    means,
    ...(note && { note }),
  }));

/** The 38 criteria of levels A and AA of JIS X 8341-3:2016. */
export const jisCriteria: readonly Criterion[] = read([
  ["1.1.1", "A", "非テキストコンテンツ", "Non-text Content", "met", both],
  ["1.2.1", "A", "音声だけ及び映像だけ(収録済み)", "Audio-only and Video-only (Prerecorded)", "absent", reading],
  ["1.2.2", "A", "キャプション(収録済み)", "Captions (Prerecorded)", "absent", reading],
  [
    "1.2.3",
    "A",
    "音声解説又はメディアに対する代替コンテンツ(収録済み)",
    "Audio Description or Media Alternative (Prerecorded)",
    "absent",
    reading,
  ],
  ["1.2.4", "AA", "キャプション(ライブ)", "Captions (Live)", "absent", reading],
  ["1.2.5", "AA", "音声解説(収録済み)", "Audio Description (Prerecorded)", "absent", reading],
  ["1.3.1", "A", "情報及び関係性", "Info and Relationships", "met", both],
  ["1.3.2", "A", "意味のある順序", "Meaningful Sequence", "met", ["keys", "reading"]],
  ["1.3.3", "A", "感覚的な特徴", "Sensory Characteristics", "met", reading],
  ["1.4.1", "A", "色の使用", "Use of Color", "met", both],
  ["1.4.2", "A", "音声の制御", "Audio Control", "met", reading, "sound"],
  ["1.4.3", "AA", "コントラスト(最低限レベル)", "Contrast (Minimum)", "met", machine, "colourSchemes"],
  ["1.4.4", "AA", "テキストのサイズ変更", "Resize text", "met", machine],
  ["1.4.5", "AA", "文字画像", "Images of Text", "met", reading, "drawing"],
  ["2.1.1", "A", "キーボード", "Keyboard", "met", keys],
  ["2.1.2", "A", "キーボードトラップなし", "No Keyboard Trap", "met", keys],
  ["2.2.1", "A", "タイミング調整可能", "Timing Adjustable", "met", reading, "signInEnds"],
  ["2.2.2", "A", "一時停止、停止及び非表示", "Pause, Stop, Hide", "absent", reading],
  ["2.3.1", "A", "3回の閃光又は閾値以下", "Three Flashes or Below Threshold", "absent", reading],
  ["2.4.1", "A", "ブロックスキップ", "Bypass Blocks", "met", machineAndKeys],
  ["2.4.2", "A", "ページタイトル", "Page Titled", "met", both],
  ["2.4.3", "A", "フォーカス順序", "Focus Order", "met", keys],
  ["2.4.4", "A", "リンクの目的(コンテキスト内)", "Link Purpose (In Context)", "met", both],
  ["2.4.5", "AA", "複数の手段", "Multiple Ways", "met", reading, "ways"],
  ["2.4.6", "AA", "見出し及びラベル", "Headings and Labels", "met", both],
  ["2.4.7", "AA", "フォーカスの可視化", "Focus Visible", "met", keys],
  ["3.1.1", "A", "ページの言語", "Language of Page", "met", machine],
  ["3.1.2", "AA", "一部分の言語", "Language of Parts", "met", machine, "byScript"],
  ["3.2.1", "A", "フォーカス時", "On Focus", "met", keys],
  ["3.2.2", "A", "入力時", "On Input", "met", keys],
  ["3.2.3", "AA", "一貫したナビゲーション", "Consistent Navigation", "met", reading],
  ["3.2.4", "AA", "一貫した識別性", "Consistent Identification", "met", reading],
  ["3.3.1", "A", "エラーの特定", "Error Identification", "met", ["machine", "keys", "reading"]],
  ["3.3.2", "A", "ラベル又は説明", "Labels or Instructions", "met", both],
  ["3.3.3", "AA", "エラー修正の提案", "Error Suggestion", "met", reading],
  [
    "3.3.4",
    "AA",
    "エラー回避(法的、金融及びデータ)",
    "Error Prevention (Legal, Financial, Data)",
    "met",
    keys,
    "confirmation",
  ],
  ["4.1.1", "A", "構文解析", "Parsing", "met", machine],
  ["4.1.2", "A", "名前(name)、役割(role)及び値(value)", "Name, Role, Value", "met", both],
]);

/** What WCAG 2.1 and 2.2 add at levels A and AA. */
export const addedCriteria: readonly Criterion[] = read([
  ["1.3.4", "AA", "表示の向き", "Orientation", "met", reading],
  ["1.3.5", "AA", "入力目的の特定", "Identify Input Purpose", "met", both],
  ["1.4.10", "AA", "リフロー", "Reflow", "met", machine, "largeText"],
  ["1.4.11", "AA", "非テキストのコントラスト", "Non-text Contrast", "met", reading],
  ["1.4.12", "AA", "テキストの間隔", "Text Spacing", "met", machine],
  ["1.4.13", "AA", "ホバー又はフォーカスで表示されるコンテンツ", "Content on Hover or Focus", "absent", reading],
  ["2.1.4", "A", "文字キーのショートカット", "Character Key Shortcuts", "absent", reading],
  ["2.4.11", "AA", "隠されないフォーカス(最低限)", "Focus Not Obscured (Minimum)", "met", keys],
  ["2.5.1", "A", "ポインタのジェスチャ", "Pointer Gestures", "absent", reading],
  ["2.5.2", "A", "ポインタのキャンセル", "Pointer Cancellation", "met", reading],
  ["2.5.3", "A", "ラベルを含む名前(name)", "Label in Name", "met", machine],
  ["2.5.4", "A", "動きによる起動", "Motion Actuation", "absent", reading],
  ["2.5.7", "AA", "ドラッグ動作", "Dragging Movements", "absent", reading],
  ["2.5.8", "AA", "ターゲットのサイズ(最低限)", "Target Size (Minimum)", "met", machine],
  ["3.2.6", "A", "一貫したヘルプ", "Consistent Help", "met", reading, "contactPlace"],
  ["3.3.7", "A", "冗長な入力項目", "Redundant Entry", "met", keys],
  ["3.3.8", "AA", "アクセシブルな認証(最低限)", "Accessible Authentication (Minimum)", "absent", reading, "noSignIn"],
  ["4.1.3", "AA", "ステータスメッセージ", "Status Messages", "met", reading],
]);
