const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The author's names as a reply may have them, longest first. */
function namesOf({ handle, name }: { readonly handle: string | null; readonly name: string | null }): string[] {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  const names = [name?.trim() ?? "", first, handle ? `@${handle.replace(/^@/, "")}` : "", handle?.replace(/^@/, "") ?? ""];
  return [...new Set(names)].filter((each) => [...each].length > 1).sort((a, b) => b.length - a.length);
}

/** A published reply as others may use it: {author} for the name, without the disclosure. */
export function retold(
  reply: string,
  disclosure: string,
  author: { readonly handle: string | null; readonly name: string | null },
): string {
  const body = disclosure === "" ? reply : reply.replaceAll(disclosure, "");
  const names = namesOf(author).map(literally);
  if (names.length === 0) return body.trim();
  const spoken = new RegExp(`(?<![\\p{L}\\p{N}_@])(?:${names.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
  return body.replace(spoken, "{author}").trim();
}
