export { AnalysisModule } from './analysis.module.js';
export { roundToAnalyse, unitAnalysed } from './application/analysis.events.js';
export { UnitsToAnalyse } from './persistence/units-to-analyse.query.js';
