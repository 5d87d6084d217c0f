import { describe, expect, it } from '@jest/globals';
import { findLibreOffice } from './libre-office.js';

describe('LibreOffice', () => {
  it('is what LIBREOFFICE names, if it is a program', () => {
    expect(findLibreOffice({ LIBREOFFICE: process.execPath })).toBe(process.execPath);
    expect(findLibreOffice({ LIBREOFFICE: '/nowhere/soffice', PATH: process.env['PATH'] })).toBeNull();
  });

  it('is none where LIBREOFFICE is off', () => {
    expect(findLibreOffice({ LIBREOFFICE: 'off', PATH: process.env['PATH'] })).toBeNull();
  });
});
