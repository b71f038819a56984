/** In quotes that no shell looks into. */
export const inShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
