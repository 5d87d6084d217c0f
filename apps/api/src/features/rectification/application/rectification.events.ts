import type { MeasureStep, NamingStep, RectificationStep, SupervisionStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { BudgetMeasure } from '../persistence/budget-measure.entity.js';
import type { NamedUnit } from '../persistence/named-unit.entity.js';
import type { Rectification } from '../persistence/rectification.entity.js';
import type { Supervision } from '../persistence/supervision.entity.js';

/** Beside the steps of people: it was opened, the next round's light has ended it or not, the year end moved it on. */
export type RectificationOccasion = 'open' | RectificationStep | 'close' | 'no-effect' | 'carry';

interface Stepped {
  /** Username; `system` where the program itself did it. */
  readonly actor: string;
  /** What the person wrote. */
  readonly text: string | null;
}

/** A rectification was opened or moved on; the row is as it is afterwards. */
export const rectificationStepped = defineEvent<
  Stepped & { readonly rectification: Rectification; readonly step: RectificationOccasion }
>('rectification.stepped');

/** A measure was proposed or moved on. */
export const measureStepped = defineEvent<
  Stepped & { readonly measure: BudgetMeasure; readonly step: 'propose' | MeasureStep }
>('rectification.measure-stepped');

/** A unit was proposed for 通报 or 约谈, or that moved on. */
export const namingStepped = defineEvent<
  Stepped & { readonly named: NamedUnit; readonly step: 'propose' | NamingStep }
>('rectification.naming-stepped');

/** A matter was put under supervision or moved on. */
export const supervisionStepped = defineEvent<
  Stepped & { readonly supervision: Supervision; readonly step: 'open' | SupervisionStep }
>('rectification.supervision-stepped');
