/**
 * A timestamptz so much later (`by`: an interval in PostgreSQL's words), in SQL that depends on no setting of a connection: a database that spreads its
 * tables lets nothing else stand where it changes a row.
 */
export const later = (moment: string, by: string): string => `((${moment} AT TIME ZONE 'UTC') + interval '${by}') AT TIME ZONE 'UTC'`;
