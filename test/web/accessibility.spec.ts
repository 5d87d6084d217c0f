import { describe } from '@jest/globals';
import { accessibilityJourneys } from './accessibility-journeys.js';
import { importAccessibilityJourneys } from './import-journeys.js';
import { setStage } from './stage.js';

/** Barriers depend on the page alone, so one backend is enough; a stage of its own lets them run beside the journeys. */
describe('the page, for everybody', () => {
  const stage = setStage({ name: 'SQLite + in-process', database: 'sqlite', skipped: false });
  accessibilityJourneys(stage);
  importAccessibilityJourneys(stage);
});
