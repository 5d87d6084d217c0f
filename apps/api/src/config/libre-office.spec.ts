import { describe, expect, it } from '@jest/globals';
import { findLibreOffice } from './libre-office.js';
import { loadConfig } from './load-config.js';

describe('LibreOffice', () => {
  it('is what LIBREOFFICE names, if it is a program', () => {
    expect(findLibreOffice({ LIBREOFFICE: process.execPath })).toBe(process.execPath);
    expect(findLibreOffice({ LIBREOFFICE: '/nowhere/soffice', PATH: process.env['PATH'] })).toBeNull();
  });

  it('is refused at the start where LIBREOFFICE names no program', () => {
    expect(() => loadConfig({ LIBREOFFICE: '/nowhere/soffice' }, '.')).toThrow(/^LIBREOFFICE must be/);
    expect(() => loadConfig({ LIBREOFFICE: 'off' }, '.')).not.toThrow();
  });

  it('is none where LIBREOFFICE is off', () => {
    expect(findLibreOffice({ LIBREOFFICE: 'off', PATH: process.env['PATH'] })).toBeNull();
  });
});
