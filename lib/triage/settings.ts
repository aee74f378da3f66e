/** What a workspace may set about triage. */
export interface TriageSettings {
  /** From this anger (0..1) on a post goes to the first line. */
  readonly angerThreshold: number;
  /** From this technical score (0..1) on a post goes to the second line. */
  readonly technicalThreshold: number;
}

export const defaultTriageSettings: TriageSettings = { angerThreshold: 0.6, technicalThreshold: 0.6 };
