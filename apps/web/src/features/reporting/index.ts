import { storeToRefs } from 'pinia';
import { useRoundChoiceStore } from './round-choice.store.js';

export { default as ReportAttachments } from './components/ReportAttachments.vue';
export { default as ProjectSelect } from './components/ProjectSelect.vue';
export { default as RoundPage } from './components/RoundPage.vue';
export { default as RoundSelector } from './components/RoundSelector.vue';
export { default as SaveStatus } from './components/SaveStatus.vue';
export { default as StepHistory } from './components/StepHistory.vue';
export { createAutosave, type SaveState } from './autosave.js';
export { EVIDENCE_ENDINGS } from './attachments.api.js';
export { fetchReport } from './report.api.js';
export * from './answers.js';
export { usePackName } from './use-pack-name.js';
export { useRound, useRounds } from './use-round.js';
export { roundKeyOf, type RoundKey } from './choose-round.js';

/** The round that the person looked at last, on any page; null on the first visit. */
export const useRoundChoice = () => storeToRefs(useRoundChoiceStore()).choice;
