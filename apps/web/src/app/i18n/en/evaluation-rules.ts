import type { Messages } from '../zh/index.js';

export const evaluationRules: Pick<Messages, 'evaluationRules'> = {
  evaluationRules: {
    question:
      'How are weights set, points given and grades told, and what is warned of? Years that are opened after publishing are scored by the new version.',
    begin: 'Begin with:',
    weights: 'Frames of weights',
    executionPoints: 'Execution (points)',
    frame: 'Frame {name}',
    weightsHint:
      'The parts of each frame make up 100 with execution; an empty one is not in the frame. Without satisfaction its points go to benefit.',
    points: 'Points',
    reverse: 'A ceiling that was exceeded',
    reverses: { ratio: 'Target ÷ result', linear: 'Less the share of the excess, 0 at twice the target' },
    gate: 'A gate of completion',
    gatePercent: 'No points below (%)',
    metFrom: '“Met” from (% of weight)',
    partlyFrom: '“Partly met” from (% of weight)',
    overTargetFrom: 'To be explained from (%)',
    exemptUnits: 'Units exempt from that',
    grades: 'Grades',
    gradeFrom: '{grade} from (points)',
    lights: 'Lights of the self-evaluation',
    pointGap: 'Red: indicators above execution by more than (%)',
    unspent: 'Yellow: unspent more than (%)',
    caps: 'Caps on the total',
    noCaps: 'Execution does not limit the total.',
    cap: 'Cap {n}',
    executionBelow: 'Execution below (%)',
    totalAtMost: 'Total at most',
    addCap: 'Add a cap',
    publishHint:
      'A published version is never changed; another one can follow it. Years that are open take it up under “Self-evaluation · Settings of the year”.',
    usedBy: 'In use',
    notUsed: 'No year is scored by these rules yet.',
    years: 'Version {n}: {years}',
  },
};
