import type { LucideIcon } from "lucide-preact";

/** An icon of the one set, 16 px and stroke 1.5; it is decoration, the words stand beside it. */
export function Icon({ of: Glyph, turns = false }: { of: LucideIcon; turns?: boolean }) {
  return <Glyph size={16} strokeWidth={1.5} aria-hidden="true" {...(turns && { class: "turns" })} />;
}
