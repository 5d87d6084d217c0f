interface RoundName {
  readonly id: string;
  readonly year: number;
  readonly month: number;
}

/** What a job is about, as far as its key tells: a round, perhaps a project in it, or an import. */
export interface JobSubject {
  readonly round: RoundName | null;
  readonly projectId: string | null;
  readonly uploadId: string | null;
}

const UPLOAD = /^upload (\S+)$/;

/** In the key of a job that each person has one of, and of a part of a large job, which is named by all that is in it. */
const NO_PROJECT = /^(@|[0-9a-f]{32}$)/;

/**
 * Reads a job's key (`ROUND`, `ROUND PROJECT`, `ROUND @USERNAME`, `ROUND DIGEST` or `upload UPLOAD`); nothing where the round is
 * not one that the person sees.
 */
export function subjectOf(key: string, rounds: readonly RoundName[]): JobSubject {
  const uploadId = UPLOAD.exec(key)?.[1] ?? null;
  if (uploadId !== null) return { round: null, projectId: null, uploadId };
  const [roundId, part] = key.split(' ');
  const round = rounds.find(({ id }) => id === roundId) ?? null;
  const projectId = round && part && !NO_PROJECT.test(part) ? part : null;
  return { round, projectId, uploadId: null };
}
