/** Older and wider language tags that sites still declare, with the tags that we use for them. */
const aliases: Readonly<Record<string, string>> = { iw: "he", in: "id", no: "nb", nn: "nb", cmn: "zh", yue: "zh" };

/** Primary language of a BCP-47 tag (`en-GB` -> `en`, `iw` -> `he`); null for none and for tags that name no language. */
export function primaryLanguage(tag: string | null): string | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0] ?? "";
  if (!/^[a-z]{2,3}$/.test(primary) || ["und", "zxx", "mul", "mis"].includes(primary) || /^q[a-z]{2}$/.test(primary)) return null;
  return aliases[primary] ?? primary;
}

/** What a member reads: the primary languages of the browser's tags, in its order, each once. */
export function ownLanguages(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap((tag) => primaryLanguage(tag) ?? []))].slice(0, 20);
}

/** The language of a post: as triage read it, else as its site declares it; null when neither knows. */
export function postLanguage({
  triage,
  lang,
}: {
  readonly triage: { readonly lang: string };
  readonly lang: string | null;
}): string | null {
  return primaryLanguage(triage.lang === "unknown" ? lang : triage.lang);
}
