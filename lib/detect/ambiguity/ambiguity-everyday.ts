import shipped from "../../../assets/detect/everyday.json" with { type: "json" };

/** Asks a table (share -> its words) how far a name is an everyday word; of several words the least counts. */
export function everydayScale(words: Readonly<Record<string, string>>): (name: string) => number {
  let shares: Map<string, number> | undefined;
  return (name) => {
    shares ??= new Map(Object.entries(words).flatMap(([share, list]) => list.split(" ").map((word) => [word, Number(share)] as const)));
    const table = shares;
    const parts = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
    return parts.length === 0 ? 0 : Math.min(...parts.map((word) => table.get(word) ?? 0));
  };
}

/**
 * How far a name is an everyday word, 0 ("Samsung") to 0.8 ("next"). For the side that compiles a list: the table is too large for a
 * content script, the number travels with the entry.
 */
export const everydayness = everydayScale(shipped);
