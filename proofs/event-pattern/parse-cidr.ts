import { ADDRESS_BITS, type AddressRange, parseAddress } from "./address";
import { refuse } from "./error";

/**
 * Reads `192.0.2.0/24` or `2001:db8::/32`.
 *
 * EventBridge's matcher (github.com/aws/event-ruler, CIDR.java, read 2026-11-22) refuses networks of one address (/32,
 * /128) and lets a network with host bits start at the address written, not at the network: we refuse both.
 */
export const parseCidr = (value: unknown, where: string): AddressRange => {
  const [, text = "", digits = ""] = typeof value === "string" ? (/^([^/]+)\/(\d{1,3})$/.exec(value) ?? []) : [];
  const address = parseAddress(text) ?? refuse(where, "be a network such as 192.0.2.0/24 or 2001:db8::/32", value);
  const hostBits = ADDRESS_BITS[address.version] - Number(digits);
  if (hostBits < 1)
    refuse(
      where,
      `have fewer than ${ADDRESS_BITS[address.version]} network bits (list a single address itself)`,
      value,
    );
  const hosts = (1n << BigInt(hostBits)) - 1n;
  if ((address.bits & hosts) !== 0n) refuse(where, "begin with the network's first address", value);
  return { version: address.version, first: address.bits, last: address.bits | hosts };
};
