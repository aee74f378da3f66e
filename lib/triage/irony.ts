/** Phrases and emoji that often say the opposite of what they say, written for this project. */
const phrases = [
  "oh great|oh good|oh joy|oh wonderful|just great|just perfect|just wonderful|just what i needed|thanks for nothing|thanks a lot|yeah,? right|way to go",
  "love how|love it when|great job|nice job|good job|so helpful|slow clap|bravo",
  "hebat ya|mantap ya|bagus sekali ya|makasih banyak ya|keren ya",
  "כל הכבוד באמת|תודה על כלום|איזה יופי|פשוט נהדר",
  "takk for ingenting|så flott da|så bra da|kjempebra jobba|tusen takk da|gratulerer",
  "hay ghê|giỏi thật|tuyệt thật đấy|cảm ơn nhiều nhé|hay nhỉ",
].join("|");
const unspaced = "真棒啊|真是谢谢|真是謝謝|好棒棒|呵呵|真行啊|谢谢你啊|謝謝你啊";
const signs = "🙄|🙃|😒|(?<!\\S)/s(?!\\S)";
const ironic = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases})(?![\\p{L}\\p{N}])|${unspaced}|${signs}`, "giu");
const most = 3;

/** What of a text is often said in irony, as it is written. */
export function ironyIn(text: string): string[] {
  return [...new Set(text.match(ironic) ?? [])].slice(0, most);
}
