import { describe, expect, it } from '@jest/globals';
import { isCrossSite } from './cross-site.js';

describe('requests of other sites', () => {
  it.each([
    ['GET', { 'sec-fetch-site': 'cross-site' }, false],
    ['POST', {}, false],
    ['POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, true],
    ['PUT', { 'sec-fetch-site': 'same-site' }, true],
    ['DELETE', { 'sec-fetch-site': 'cross-site', origin: 'http://own', host: 'own' }, true],
    ['POST', { origin: 'https://own:8443', host: 'own:8443' }, false],
    ['POST', { origin: 'https://own:8443', host: 'own' }, true],
    ['POST', { origin: 'null', host: 'own' }, true],
    ['POST', { origin: 'https://own' }, true],
    ['POST', { origin: 'https://other', host: 'own', authorization: 'Bearer x' }, false],
    ['POST', { origin: 'https://other', host: 'own', authorization: 'Bearer x', cookie: 'sid=1' }, true],
    ['POST', { origin: 'https://other', host: 'own', authorization: 'Basic x' }, true],
  ])('%s with %j: %s', (method, headers, expected) => {
    expect(isCrossSite(method, headers)).toBe(expected);
  });
});
