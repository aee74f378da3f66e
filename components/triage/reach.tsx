import { Eye } from "lucide-preact";
import { i18n } from "#i18n";
import { Icon } from "../ui/icon.tsx";

const shorts = [null, null, "1k", "10k", "100k"] as const;
const readers = ["r0", "r1", "r2", "r3", "r4"] as const;

/** How many may read a post, when they are many. */
export function Reach({ level }: { level: number }) {
  const short = shorts[level] ?? null;
  if (short === null) return null;
  const text = i18n.t(`panel.readers.${readers[level] ?? "r0"}`);
  return (
    <span class="quiet reach" title={text}>
      <Icon of={Eye} />
      <span aria-hidden="true">{short}</span>
      <span class="sr-only">{text}</span>
    </span>
  );
}
