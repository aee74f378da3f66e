/** What is known of letters, as data: the page scripts carry none of it and are told by the background. */
export interface LetterTables {
  /** The kinds of signs in the order in which they are tried, with patterns for the Unicode mode. */
  readonly kinds: [kind: string, pattern: string][];
  /** Marks that writers leave out, behind the letter that is kept. */
  readonly optionalMark: string;
  /** In pairs: each letter and the one that it looks like. */
  readonly lookalikes: string;
}

export const letterTables: LetterTables = {
  kinds: [
    // Points of Hebrew and Arabic too, which most writers leave out.
    ["ignored", "^[\\p{DI}\\p{Cf}\\u0591-\\u05bd\\u05bf-\\u05c7\\u0640\\u064b-\\u065f\\u0670]"],
    ["mark", "^[\\p{M}\\uff9e\\uff9f]"],
    ["joiner", "^[\\p{Nd}_]"],
    ["single", "^[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]"],
    // The long mark and the repeat marks serve hiragana too; full stops, commas and brackets, which all scripts of the East share, are no letters.
    ["katakana", "^[\\p{sc=Kana}\\u30fc\\uff70\\u3031-\\u3035]"],
    ["hebrew", "^(?!\\p{P})\\p{sc=Hebr}"],
    ["letter", "^\\p{Alphabetic}"],
  ],
  // The ring stays, for å is a letter of its own; so do the marks of й and of kana.
  optionalMark: "([\\p{sc=Latn}\\p{sc=Grek}е])[\\u0300-\\u0309\\u030b-\\u036f]+",
  lookalikes: [
    // Cyrillic and Greek letters whose capitals look like Latin ones; and đ, which is written d where marks are left out.
    "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhԛqԝwӏlαaβbεeζzηhιiκkμmνnοoρpτtυyχxđd",
    // Those that only look so when they are small, where they are no other letter's twin.
    "гrпnшwѡwѵvωwɑaɡgʋvօoոnհh",
    // Small capitals; white letters on squares and discs, which Unicode does not take for forms of the plain ones.
    "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz",
    "🅰a🅱b🅲c🅳d🅴e🅵f🅶g🅷h🅸i🅹j🅺k🅻l🅼m🅽n🅾o🅿p🆀q🆁r🆂s🆃t🆄u🆅v🆆w🆇x🆈y🆉z",
    "🅐a🅑b🅒c🅓d🅔e🅕f🅖g🅗h🅘i🅙j🅚k🅛l🅜m🅝n🅞o🅟p🅠q🅡r🅢s🅣t🅤u🅥v🅦w🅧x🅨y🅩z",
  ].join(""),
};
