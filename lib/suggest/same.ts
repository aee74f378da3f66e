const spoken = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu;

/** The words of a text; sites shorten links and set spaces and quotes in their own way. */
const wordsOf = (text: string): string =>
  (
    text
      .replace(/https?:\/\/\S+/g, " ")
      .normalize("NFKC")
      .match(spoken) ?? []
  ).join(" ");

/** Whether a reply, as it stands on a site, says what the draft says, with the disclosure and without a word more or less. */
export function saysTheSame(reply: string, draft: string, disclosure: string): boolean {
  const bare = (text: string) => wordsOf(disclosure === "" ? text : text.replaceAll(disclosure, " "));
  return bare(reply) === bare(draft);
}
