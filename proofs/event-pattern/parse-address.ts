import { refuse } from "../refuse";
import { addressDigits, networkOf } from "./address";
import type { ValueMatcher } from "./ast";

type AddressMatcher = Extract<ValueMatcher, { kind: "address" }>;

/** Bits of an address of these digits. */
const widthOf = (digits: string): number => digits.length * 4;

/** Which readers of addresses take for octal, and newer ones of Java for no address. */
const LEADING_ZERO = /(^|\.)0\d/;
const HEX_GROUPS = /:/;
const V4_DIGITS = 8;

/** The digits of an address that every reader takes for the same one. */
function plainDigits(text: string, where: string): string | undefined {
  const digits = addressDigits(text);
  if (digits === undefined) return undefined;
  if (LEADING_ZERO.test(text)) refuse(where, "write addresses without leading zeros", text);
  if (digits.length === V4_DIGITS && HEX_GROUPS.test(text))
    refuse(where, "write an IPv4 address as IPv4 (EventBridge makes one of it)", text);
  return digits;
}

/**
 * Reads `192.0.2.0/24` or `2001:db8::/32`; bits beyond the prefix do not count. Networks of one address are refused, as
 * by EventBridge's matcher (github.com/aws/event-ruler 2.1.0, CIDR.java, read 2026-11-25). The network of all addresses
 * is refused because to that matcher it holds those of the other version, too, and numbers.
 */
export const parseCidr = (value: unknown, where: string): AddressMatcher => {
  const [, text = "", written] = /^([^/]+)\/(\d{1,3})$/.exec(typeof value === "string" ? value : "") ?? [];
  const digits = written === undefined ? undefined : plainDigits(text, where);
  const bits = Number(written);
  if (digits === undefined || bits > widthOf(digits))
    return refuse(where, "be a network such as 192.0.2.0/24 or 2001:db8::/32", value);
  if (bits === widthOf(digits))
    refuse(where, `have fewer than ${bits} network bits (list a single address itself)`, value);
  if (bits === 0)
    refuse(where, "be narrower than all addresses (EventBridge would match IPv4, IPv6 and numbers)", value);
  return { kind: "address", range: networkOf(digits, bits) };
};

/** A plain text that EventBridge takes for an address, as a matcher, or undefined. */
export const parseAddress = (text: string, where: string): AddressMatcher | undefined => {
  const digits = plainDigits(text, where);
  return digits === undefined ? undefined : { kind: "address", range: networkOf(digits, widthOf(digits)) };
};
