import type { Messages } from '../zh/index.js';

export const ruleVersions: Pick<Messages, 'ruleVersions'> = {
  ruleVersions: {
    of: 'Versions: {rules}',
    version: 'Version {n}',
    inForce: 'in force',
    preset: 'Preset',
    published: 'Published {at} by {name}',
    note: 'Note: {note}',
    change: 'Change',
    changeFrom: 'Change from this version',
    titleVersion: '{rules}, version {n}',
    titleDraft: 'Changing: {rules}, to be version {n}',
    kept: 'This is your draft from last time, not published yet.',
    outdated: 'Version {n} was published meanwhile. Compare before you publish; your changes are kept.',
    rebase: 'Mine is what I want, after version {n}',
    discard: 'Discard changes',
    discardAsk: 'Discard the changes that are not published?',
    faults: '{n} field(s) to be corrected before the rules can be tried and published.',
    publish: {
      title: 'Publish',
      note: 'Why the rules change (note)',
      submit: 'Publish',
      done: 'Published: {rules}, version {n}',
    },
  },
};
