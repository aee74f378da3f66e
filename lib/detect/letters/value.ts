/*
 * What a code unit means to the scanner where it is not the code of a letter (0 and above). Constants of a module, so that the bundler writes the
 * numbers where they are used.
 */

/** Ends a word. */
export const separator = -1;
export const ignored = -2;
/** Not looked up yet. */
export const unknown = -3;
export const surrogate = -4;
/** More than one letter. */
export const several = -5;
/** May begin or be a keyword by itself. */
export const rootLetter = -6;
/** A letter of mode 0; those of the others follow downwards. */
export const otherMode = -7;
