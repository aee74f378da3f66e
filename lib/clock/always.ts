/** Time in which people work. All instants are epoch ms, all lengths ms. */
export interface WorkTime {
  /** Work time from one instant to another; negative when `toMs` is the earlier one. */
  between(fromMs: number, toMs: number): number;
  /** The instant at which `lengthMs` of work time have passed since `startMs`. */
  after(startMs: number, lengthMs: number): number;
  isOpen(atMs: number): boolean;
}

/** Day and night. Apart from the calendars, so that what needs none does not carry the zones of the world. */
export const always: WorkTime = {
  between: (fromMs, toMs) => toMs - fromMs,
  after: (startMs, lengthMs) => startMs + lengthMs,
  isOpen: () => true,
};
