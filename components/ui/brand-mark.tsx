import { type BrandMark, markGrounds, markInk } from "../../lib/schema/brand.ts";
import { Mark } from "./mark.tsx";

interface CommunityMarkProps {
  /** Null: none was set, and Fanswer's own stands there. */
  mark: BrandMark | null | undefined;
  size?: number;
}

/** What a community is known by, decoration beside its name. */
export function CommunityMark({ mark, size = 20 }: CommunityMarkProps) {
  if (!mark) return <Mark size={size} />;
  if (mark.kind === "picture") return <img class="brand-mark" src={mark.picture} alt="" width={size} height={size} />;
  return (
    <span
      class="brand-mark"
      aria-hidden="true"
      style={{
        inlineSize: `${size}px`,
        blockSize: `${size}px`,
        fontSize: `${size * 0.46}px`,
        background: markGrounds[mark.colour],
        color: markInk,
      }}
    >
      {mark.letters}
    </span>
  );
}
