/** A break of one's own. Each rejects with why not. */
export interface BreakActions {
  /** Until a time, epoch ms of the device; null: until one comes back. */
  begin(untilMs: number | null): Promise<unknown>;
  end(): Promise<unknown>;
}
