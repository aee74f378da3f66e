/** Independent hints together: 1 - (1-a)(1-b)... */
export function together(...hints: readonly number[]): number {
  return 1 - hints.reduce((rest, hint) => rest * (1 - hint), 1);
}
