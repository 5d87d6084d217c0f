/** A username as it is compared: names that differ only in capitals or in the width of their letters are one to readers. */
export const nameKey = (username: string): string => username.normalize('NFKC').toLowerCase();
