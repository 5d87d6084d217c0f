import { describe } from '@jest/globals';
import { backends } from '../support/services.js';
import { importAccessibilityJourneys, importJourneys } from './import-journeys.js';
import { peopleJourneys } from './people-journeys.js';
import { accessibilityJourneys, readingJourneys } from './reading-journeys.js';
import { setStage } from './stage.js';
import { treasuryJourneys } from './treasury-journeys.js';
import { workbookJourneys } from './workbook-journeys.js';
import { workingJourneys } from './working-journeys.js';

for (const backend of backends().filter(({ database }) => database === 'sqlite')) {
  const define = backend.skipped ? describe.skip : describe;
  define(`the page on ${backend.name}`, () => {
    const stage = setStage(backend);
    readingJourneys(stage);
    accessibilityJourneys(stage);
    workingJourneys(stage);
    workbookJourneys(stage);
    treasuryJourneys(stage);
    importJourneys(stage);
    importAccessibilityJourneys(stage);
    peopleJourneys(stage);
  });
}
