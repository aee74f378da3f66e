import { FanswerError } from "../schema/errors.ts";

const patienceMs = 4000;
const pollMs = 50;

export interface SiteReplyBox {
  /** What a person would press to reply; null when the page offers none. */
  readonly control: Element | null;
  /** The editor of this very post, when it is there. */
  readonly editor: () => Element | null;
}

/**
 * The editor of a reply box: the one that is open, else the one that its control opens within four seconds.
 * A person's click must have caused this. Rejects with `composer_not_found`, or with the signal's reason.
 */
export async function openReplyBox({ control, editor }: SiteReplyBox, signal: AbortSignal): Promise<HTMLElement> {
  const open = editor();
  if (open) return open as HTMLElement;
  (control as HTMLElement | null)?.click();
  for (let waitedMs = 0; control && waitedMs < patienceMs; waitedMs += pollMs) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    signal.throwIfAborted();
    const opened = editor();
    if (opened) return opened as HTMLElement;
  }
  throw new FanswerError("composer_not_found");
}
