/** Something being edited: what it is based on, and every state since, the newest last. */
export interface Edits<State> {
  readonly baseVersion: number;
  readonly base: State;
  readonly history: readonly State[];
}

/** So many former states are kept, and can be gone back to one by one. */
const maxHistory = 100;

export function startEdits<State>(baseVersion: number, base: State): Edits<State> {
  return { baseVersion, base, history: [] };
}

/** What is edited, as it stands now. */
export function stateOf<State>({ base, history }: Edits<State>): State {
  return history.at(-1) ?? base;
}

/** One more state; in place of the newest one when it only goes on with that step. */
export function step<State>(edits: Edits<State>, next: State, goesOn = false): Edits<State> {
  return { ...edits, history: [...(goesOn ? edits.history.slice(0, -1) : edits.history), next].slice(-maxHistory) };
}

export function undo<State>(edits: Edits<State>): Edits<State> {
  return { ...edits, history: edits.history.slice(0, -1) };
}
