import type { BadgeState } from "../../lib/schema/messages.ts";

/** One sign per state, drawn in a box of 24 after lucide's set (ISC licence). */
const paths: Record<BadgeState["state"], string> = {
  ask: "M4 12v8h16v-8M12 15V3M7 8l5-5 5 5",
  needs_answer: "M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12z",
  yours: "M12 20h9M16.5 3.5a2 2 0 0 1 3 3L7 19l-4 1 1-4z",
  other: "M20 21a8 8 0 0 0-16 0M12 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10z",
  staff: "M12 22s8-4 8-10V5l-8-3-8 3v7c0 6 8 10 8 10z",
  answered: "M20 6 9 17l-5-5",
  dismissed: "M5 12h14",
};

const svgNamespace = "http://www.w3.org/2000/svg";

/** The sign of a state, for the eye only: the words beside it say the same. */
export function createIcon(page: Document): { element: SVGElement; show: (state: BadgeState["state"]) => void } {
  const element = page.createElementNS(svgNamespace, "svg");
  const path = page.createElementNS(svgNamespace, "path");
  element.setAttribute("viewBox", "0 0 24 24");
  element.setAttribute("aria-hidden", "true");
  element.append(path);
  return { element, show: (state) => path.setAttribute("d", paths[state]) };
}
