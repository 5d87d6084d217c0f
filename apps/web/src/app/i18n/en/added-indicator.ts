import type { Messages } from '../zh/index.js';

export const addedIndicator: Pick<Messages, 'addedIndicator'> = {
  addedIndicator: {
    add: 'Add an indicator',
    legend: 'Added indicator {n}',
    level1: 'Level 1',
    level2: 'Level 2',
    level2Error: 'Choose a level 2.',
    nameError: 'Enter the name of the indicator.',
    valueHint: 'such as ≥90, or a day',
    valueError: 'Enter the target value.',
    unit: 'Unit',
    asInferred: 'as inferred',
    understood: 'Read as {text}',
    drop: 'Remove',
    dropOf: 'Remove added indicator {n}',
  },
};
