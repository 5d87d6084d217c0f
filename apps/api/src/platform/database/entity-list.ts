import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** The classes of all tables, given by the composition root: the platform knows no feature. */
export type EntityList = readonly (EntityTarget<ObjectLiteral> & (abstract new () => unknown))[];
