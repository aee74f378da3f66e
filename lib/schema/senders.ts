/** Who may send a message to the background: a content script (`page`), or one of the extension's own pages. */
export const senders = ["page", "popup", "panel", "admin", "welcome", "settings", "you"] as const;
export type Sender = (typeof senders)[number];

/** Those of them in which a member can answer a post. */
export const answering = ["page", "popup", "panel"] as const satisfies readonly Sender[];
