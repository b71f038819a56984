/**
 * Addresses as EventBridge's matcher knows them: as hexadecimal digits, 8 of IPv4 and 32 of IPv6, compared from the left
 * whatever the other's length. So a network of IPv4 also holds the IPv6 addresses whose first digits are in it, a network
 * of IPv6 that fixes fewer than 32 bits also holds addresses of IPv4, and a number's digits count as an address's.
 * Source: github.com/aws/event-ruler 2.1.0, CIDR.java, Range.java, ByteMachine.java; read 2026-11-25.
 */

/** The first and the last address of a range, in digits of equal number. */
export interface AddressRange {
  readonly low: string;
  readonly high: string;
}

const V4 = /^\d+(?:\.\d+){3}$/;
const V6 = /^[\da-f:]*:[\da-f:]*$/i;
/** Java's reader of addresses takes a longer text for the name of a host. */
const V4_LENGTH = 15;
const V6_GROUPS = 8;
/** What an IPv6 address begins with that carries one of IPv4. Java, and so the matcher, makes an IPv4 address of it. */
const MAPPED = `${"0".repeat(20)}ffff`;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

function digitsOfV4(text: string): string | undefined {
  const numbers = text.split(".").map(Number);
  return text.length <= V4_LENGTH && numbers.every((number) => number <= 0xff)
    ? numbers.map((number) => hex(number, 2)).join("")
    : undefined;
}

/** The groups on one side of `::`, or of the whole address. */
const groupsOf = (side: string): readonly string[] => (side === "" ? [] : side.split(":"));

function digitsOfV6(text: string): string | undefined {
  const sides = text.split("::").map(groupsOf);
  const written = sides.flat();
  const isWhole = sides.length === 1 ? written.length === V6_GROUPS : written.length < V6_GROUPS;
  const values = written.map((group) => Number.parseInt(group, 16));
  if (sides.length > 2 || !isWhole || !values.every((value) => value <= 0xffff)) return undefined;
  const [head = [], tail = []] = sides;
  const gap = Array.from({ length: V6_GROUPS - written.length }, () => 0);
  const all = [...values.slice(0, head.length), ...gap, ...values.slice(values.length - tail.length)];
  const digits = (sides.length === 1 ? values : all).map((value) => hex(value, 4)).join("");
  return digits.startsWith(MAPPED) ? digits.slice(MAPPED.length) : digits;
}

/** The digits of a text that the matcher takes for an address, or undefined. */
export function addressDigits(text: string): string | undefined {
  if (V4.test(text)) return digitsOfV4(text);
  return V6.test(text) ? digitsOfV6(text) : undefined;
}

/** The addresses whose first bits are those of the digits. */
export function networkOf(digits: string, bits: number): AddressRange {
  const binary = Array.from(digits, (digit) => hexBits(digit)).join("");
  const filled = (bit: string): string => toHex(binary.slice(0, bits).padEnd(binary.length, bit));
  return { low: filled("0"), high: filled("1") };
}

const hexBits = (digit: string): string => Number.parseInt(digit, 16).toString(2).padStart(4, "0");

const toHex = (binary: string): string => binary.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));

/** Whether the digits lie in the range, as far as they and the range go. Fewer digits must leave both ends behind. */
export function holdsDigits({ low, high }: AddressRange, digits: string): boolean {
  if (digits.length >= low.length) {
    const first = digits.slice(0, low.length);
    return low <= first && first <= high;
  }
  return low.slice(0, digits.length) < digits && digits < high.slice(0, digits.length);
}

/** The digits with which the text of a number begins. Only the digits of IPv4 in capitals are read, and JSON writes none. */
export const numberDigits = (value: number): string => /^\d*/.exec(JSON.stringify(value))?.[0] ?? "";
