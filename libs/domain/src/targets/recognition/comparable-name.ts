/** A name as it is compared: half-width and without white space. */
export const comparableName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');
