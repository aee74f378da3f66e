/** The beginning of what Liquid takes for an instruction. */
const instruction = /\{(?=[{%])/g;

/** Whether a desk that renders Liquid would change a text, or run what a stranger wrote in it. */
export const holdsTemplate = (text: string): boolean => text.search(instruction) >= 0;

/** The same to the eye, and nothing to a desk that renders templates: a sign that nobody sees stands between the braces. */
export const unrendered = (text: string): string => text.replace(instruction, "{\u200b");
