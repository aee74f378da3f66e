/** Where the author's name goes. */
const spot = String.raw`\{(?:author|firstName)\}`;
/** Said behind a name, and never without one. */
const honorific = "(?:さん|さま|様|님|씨)?";
const end = "[,.!?;:…)，。！？、；：،]";

/** "{author}, hold it" -> "Hold it" */
const opening = new RegExp(String.raw`^([ \t]*)${spot}${honorific}[ \t]*[,!:;，！：、،][ \t]*(\p{L}?)`, "gmu");
/** "{author}您好" -> "您好" */
const unspaced = new RegExp(String.raw`^${spot}[ \t]*(?=\p{sc=Han})`, "gmu");
/** "Hi {author}, hold" -> "Hi, hold"; "Good to hear, {author}." -> "Good to hear." */
const called = new RegExp(
  String.raw`(?:[ \t,，、،]+|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]))${spot}${honorific}(?=[ \t]*(?:${end}|\p{Extended_Pictographic}|$))`,
  "gmu",
);
/** "Thanks {author} for asking" -> "Thanks for asking"; further on in a sentence it may be more than a call. */
const amid = new RegExp(String.raw`^((?:[^\s{}.!?]+ ){0,2}[^\s{}.!?,]+)[ \t]+${spot}(?=[ \t]+\S)`, "gmu");

/** A text for somebody whom one cannot call by a name: the calls are left out so that it reads well; where the name is more than a call it stays to be filled in. */
export function withoutCall(text: string): string {
  return text
    .replace(opening, (_, before: string, next: string) => before + next.toLocaleUpperCase())
    .replace(unspaced, "")
    .replace(called, "")
    .replace(amid, "$1");
}
