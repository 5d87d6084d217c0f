import type { Messages } from '../zh/index.js';

export const work: Pick<Messages, 'job'> = {
  job: {
    tray: 'Jobs',
    activeCount: '{n} running',
    deadCount: '{n} failed',
    none: 'No jobs',
    noneHint: 'Longer work such as recomputing stands here with its progress; it can be cancelled and tried again.',
    all: 'All jobs',
    filter: 'Filter by state',
    allStates: 'All states',
    kind: 'Job',
    about: 'About',
    state: 'State',
    attempts: 'Tries',
    requestedBy: 'Requested by',
    system: 'system',
    createdAt: 'Requested',
    finishedAt: 'Ended',
    status: {
      queued: 'queued',
      running: 'running',
      waiting: 'waiting for its parts',
      succeeded: 'done',
      dead: 'failed',
      cancelled: 'cancelled',
    },
    name: {
      imports: { read: 'Read imported files', save: 'Save an import', undo: 'Undo an import' },
      monitoring: {
        'recompute-round': 'Recompute a round',
        'recompute-chunk': 'Recompute some projects',
        'recompute-project': 'Recompute a project',
        'back-test': 'Test the forecasts on the past',
        'summarise-lights': 'Sum up lights',
      },
      rules: { simulate: 'Try rules' },
      seals: { verify: 'Verify seals' },
    },
    project: 'See the project',
    upload: 'See the import',
  },
};
