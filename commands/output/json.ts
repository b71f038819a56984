/** An answer for machines, as every command writes it: indented JSON that ends with a line break. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, undefined, 2));
