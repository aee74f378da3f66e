/** How many code units there are; code points from here on are written with two. */
export const units = 0x10000;
const firstLead = 0xd800;

export const isLead = (unit: number): boolean => (unit & 0xfc00) === firstLead;
export const isTrail = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

export const codePointOf = (lead: number, trail: number): number => (lead - firstLead) * 0x400 + (trail - 0xdc00) + units;

/** The code point that ends before offset `at`. */
export function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const lead = text.charCodeAt(at - 2);
  return isTrail(unit) && isLead(lead) ? codePointOf(lead, unit) : unit;
}
