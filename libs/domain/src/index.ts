export * from './kernel/result.js';
export * from './kernel/period.js';
export * from './targets/target-types.js';
export * from './targets/recognition/document-types.js';
export * from './reporting/report-types.js';
export * from './monitoring/rule-pack.js';
export * from './monitoring/assessment-types.js';
export * from './access/roles.js';
