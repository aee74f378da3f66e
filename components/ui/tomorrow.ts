/** When tomorrow begins where the device is, epoch ms. */
export function tomorrowMs(nowMs: number): number {
  const day = new Date(nowMs);
  // By the calendar: a day may have 23 hours, or 25.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}
