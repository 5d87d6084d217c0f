import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import { expenditureInForce, treasuryDifference } from './expenditure-in-force.js';
import { NO_TREASURY_FIGURES, type GivenFigures } from './treasury-figures.js';

const own = (fiscal: number, other = 0) => ({
  expenditureFen: wan(fiscal + other),
  fiscalFen: wan(fiscal),
  otherFen: wan(other),
});
const treasury = (given: GivenFigures) => ({ ...NO_TREASURY_FIGURES, ...given });

describe('expenditure in force', () => {
  it("takes the treasury's total, whatever the unit says", () => {
    const paid = treasury({ expenditureFen: wan(70.73) });
    expect(expenditureInForce(own(94.32), paid)).toEqual({ expenditureFen: wan(70.73), source: 'treasury' });
    expect(expenditureInForce(null, paid)).toEqual({ expenditureFen: wan(70.73), source: 'treasury' });
  });

  it('sums fiscal and other funds where the treasury gives both without a total', () => {
    const paid = treasury({ fiscalFen: wan(60), otherFen: wan(10) });
    expect(expenditureInForce(own(1, 1), paid)).toEqual({ expenditureFen: wan(70), source: 'treasury' });
  });

  it("adds the unit's other funds to fiscal money by the treasury", () => {
    const paid = treasury({ fiscalFen: wan(60) });
    expect(expenditureInForce(own(55, 10), paid)).toEqual({ expenditureFen: wan(70), source: 'treasuryAndUnit' });
    expect(expenditureInForce(own(55), paid)).toEqual({ expenditureFen: wan(60), source: 'treasury' });
  });

  it('R28: counts money that the treasury has paid although the unit has reported nothing', () => {
    expect(expenditureInForce(null, treasury({ fiscalFen: 0 }))).toEqual({ expenditureFen: 0, source: 'treasury' });
  });

  it("keeps the unit's own figure where the treasury speaks of releases only, or of nothing", () => {
    const released = treasury({ releasedFen: wan(100), receivedFen: wan(80), otherFen: wan(5) });
    expect(expenditureInForce(own(55), released)).toEqual({ expenditureFen: wan(55), source: 'unit' });
    expect(expenditureInForce(own(55), null)).toEqual({ expenditureFen: wan(55), source: 'unit' });
    expect(expenditureInForce(null, released)).toEqual({ expenditureFen: null, source: null });
  });
});

describe('difference to the treasury', () => {
  it('is treasury minus unit', () => {
    const difference = treasuryDifference(own(94.32), treasury({ expenditureFen: wan(70.73) }));
    expect(difference).toEqual({ expenditureFen: wan(-23.59), fiscalFen: null });
  });

  it('compares fiscal money with fiscal money', () => {
    expect(treasuryDifference(own(60, 10), treasury({ fiscalFen: wan(60) }))).toBeNull();
    const less = treasuryDifference(own(65, 10), treasury({ fiscalFen: wan(60) }));
    expect(less).toEqual({ expenditureFen: wan(-5), fiscalFen: wan(-5) });
  });

  it('is there where the total agrees and its split does not', () => {
    const paid = treasury({ expenditureFen: wan(100), otherFen: wan(20) });
    expect(treasuryDifference(own(100), paid)).toEqual({ expenditureFen: 0, fiscalFen: wan(-20) });
    expect(treasuryDifference(own(80, 20), paid)).toBeNull();
  });

  it('is none where either has no figure', () => {
    expect(treasuryDifference(null, treasury({ expenditureFen: 1 }))).toBeNull();
    expect(treasuryDifference(own(1), treasury({ releasedFen: 1 }))).toBeNull();
    expect(treasuryDifference(own(1), null)).toBeNull();
  });
});
