/** An IP address as a number. */
export interface Address {
  readonly version: 4 | 6;
  readonly bits: bigint;
}

/** The addresses of a network, both ends included. */
export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

export const ADDRESS_BITS = { 4: 32, 6: 128 } as const;

const BYTE = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9A-Fa-f]{1,4}$/;

/** Joins digits of a given width, most significant first. */
const join = (digits: readonly number[], width: bigint): bigint =>
  digits.reduce((bits, digit) => (bits << width) | BigInt(digit), 0n);

const parseBytes = (text: string): readonly number[] | undefined => {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => BYTE.test(part) && Number(part) < 256)
    ? parts.map(Number)
    : undefined;
};

/** The 16-bit groups of `2001:db8:1`. The last may be an IPv4 address, which makes two. */
const parseGroups = (text: string, mayEndInIpv4: boolean): readonly number[] | undefined => {
  const parts = text === "" ? [] : text.split(":");
  const bytes = mayEndInIpv4 ? parseBytes(parts.at(-1) ?? "") : undefined;
  const short = bytes ? parts.slice(0, -1) : parts;
  if (!short.every((part) => GROUP.test(part))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes ?? [];
  return [...short.map((part) => parseInt(part, 16)), ...(bytes ? [a * 256 + b, c * 256 + d] : [])];
};

const parseLong = (text: string): readonly number[] | undefined => {
  const [head = "", tail, ...more] = text.split("::");
  const start = parseGroups(head, tail === undefined);
  const end = parseGroups(tail ?? "", true);
  if (!start || !end || more.length > 0) return undefined;
  const missing = 8 - start.length - end.length;
  const fits = tail === undefined ? missing === 0 : missing > 0;
  return fits ? [...start, ...Array<number>(missing).fill(0), ...end] : undefined;
};

/** Reads an IPv4 or IPv6 address; `undefined` for any other text. */
export const parseAddress = (text: string): Address | undefined => {
  const bytes = parseBytes(text);
  if (bytes) return { version: 4, bits: join(bytes, 8n) };
  const groups = text.includes(":") ? parseLong(text) : undefined;
  return groups && { version: 6, bits: join(groups, 16n) };
};
