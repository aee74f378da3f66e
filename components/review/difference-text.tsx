import { difference } from "../../lib/suggest/difference.ts";

const tags = { same: "span", gone: "del", new: "ins" } as const;

/** A text with what is taken out and put in. */
export function DifferenceText({ before, after }: { before: string; after: string }) {
  return (
    <p class="post-text difference" dir="auto">
      {difference(before, after).map(({ kind, text }, place) => {
        const Tag = tags[kind];
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity, and hold no state
        return <Tag key={place}>{text}</Tag>;
      })}
    </p>
  );
}
