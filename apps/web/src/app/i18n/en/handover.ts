import type { Messages } from '../zh/index.js';

export const handover: Pick<Messages, 'handoverWork'> = {
  handoverWork: {
    title: 'Work that the other person goes on with',
    none: 'No reports are under way.',
    round: 'Reports of {period}: {counts}',
    count: '{n} {state}',
    reopening: 'Reopened in {period}: {name}, to be corrected by {day}',
    only: '(only “{name}”)',
    deputies: 'Deputies (not handed over)',
    given: '{name} is deputy until {day}, but no longer with the roles that are handed over.',
    taken: 'Deputy of {name} until {day}; this stays with the person.',
  },
};
