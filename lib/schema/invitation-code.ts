/** How many letters and digits an invitation's code has before its hyphen (the workspace's id) and behind it (the secret). */
export const codeLength = { workspace: 12, secret: 26 } as const;

/** A code as the server makes it, at the beginning of a text; not when more letters follow, but for another link. Case means nothing. */
export const wholeCode = new RegExp(`^[0-9a-z]{${codeLength.workspace}}-[0-9a-z]{${codeLength.secret}}(?:(?![0-9a-z])|(?=https?://))`, "i");
