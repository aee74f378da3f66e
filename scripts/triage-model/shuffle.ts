/** Shuffles in place. */
export function shuffle(values: Int32Array, next: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const [a, b] = [values[at] ?? 0, values[other] ?? 0];
    values[at] = b;
    values[other] = a;
  }
}
