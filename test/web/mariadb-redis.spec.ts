import { describe } from '@jest/globals';
import { backends } from '../support/services.js';
import { alertJourneys } from './alert-journeys.js';
import { analysisJourneys } from './analysis-journeys.js';
import { fillingJourneys } from './filling-journeys.js';
import { goalJourneys } from './goal-journeys.js';
import { importJourneys } from './import-journeys.js';
import { listJourneys } from './list-journeys.js';
import { outputJourneys } from './output-journeys.js';
import { overviewJourneys } from './overview-journeys.js';
import { readingJourneys } from './reading-journeys.js';
import { rectificationJourneys } from './rectification-journeys.js';
import { reviewJourneys } from './review-journeys.js';
import { ruleJourneys } from './rule-journeys.js';
import { selfEvaluationJourneys } from './self-evaluation-journeys.js';
import { setStage } from './stage.js';
import { treasuryJourneys } from './treasury-journeys.js';
import { wholeEvaluationJourneys } from './whole-evaluation-journeys.js';
import { wholeRoundJourneys } from './whole-round-journeys.js';
import { windowJourneys } from './window-journeys.js';
import { workingJourneys } from './working-journeys.js';

/** All journeys in which data is read or changed; themes, phones and paper are the page's own. */
for (const backend of backends().filter(({ database }) => database === 'mysql')) {
  const define = backend.skipped ? describe.skip : describe;
  define(`the page on ${backend.name}`, () => {
    const stage = setStage(backend);
    readingJourneys(stage);
    listJourneys(stage);
    overviewJourneys(stage);
    analysisJourneys(stage);
    selfEvaluationJourneys(stage);
    alertJourneys(stage);
    rectificationJourneys(stage);
    outputJourneys(stage);
    wholeEvaluationJourneys(stage);
    fillingJourneys(stage);
    workingJourneys(stage);
    treasuryJourneys(stage);
    windowJourneys(stage);
    reviewJourneys(stage);
    goalJourneys(stage);
    importJourneys(stage);
    wholeRoundJourneys(stage);
    ruleJourneys(stage);
  });
}
