interface RoundName {
  readonly id: string;
  readonly year: number;
  readonly month: number;
}

/** What a job is about, as far as its key tells: a round, and perhaps a project in it. */
export interface JobSubject {
  readonly round: RoundName | null;
  readonly projectId: string | null;
}

/** Reads a job's key (`ROUND` or `ROUND PROJECT`); nothing where the round is not one that the person sees. */
export function subjectOf(key: string, rounds: readonly RoundName[]): JobSubject {
  const [roundId, projectId] = key.split(' ');
  const round = rounds.find(({ id }) => id === roundId) ?? null;
  return { round, projectId: round && projectId ? projectId : null };
}
