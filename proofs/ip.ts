import { createRequire } from "node:module";
import type ipaddr from "ipaddr.js";

/** Loaded with the first address, not with this file: most runs judge none, and it takes 5 ms. */
const require = createRequire(__filename);
const library = (): typeof ipaddr => require("ipaddr.js") as typeof ipaddr;

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A block of addresses: the first `prefix` of `width` bits are fixed. A single address fixes all. */
export interface Network {
  readonly address: Address;
  readonly width: 32 | 128;
  readonly prefix: number;
}

/** Four decimal numbers without leading zeros: none of the short, octal and hexadecimal forms that ipaddr.js reads, too. */
function parseV4(text: string): ipaddr.IPv4 | undefined {
  const { IPv4 } = library();
  return IPv4.isValidFourPartDecimal(text) ? IPv4.parse(text) : undefined;
}

/** IPv6 without a zone (`fe80::1%eth0`). It may end like IPv4, but ipaddr.js takes `::192.0.2.1` for `::ffff:192.0.2.1`. */
function parseV6(text: string): Address | undefined {
  const { IPv6 } = library();
  const [, head = "", tail = ""] = /^(.*:)([^:]*\.[^:]*)$/.exec(text) ?? [];
  const groups = parseV4(tail)
    ?.toIPv4MappedAddress()
    .parts.slice(-2)
    .map((group) => group.toString(16));
  const written = groups ? head + groups.join(":") : text;
  return /[.%]/.test(written) || !IPv6.isValid(written) ? undefined : IPv6.parse(written);
}

/** Reads an address or a CIDR block of IPv4 or IPv6, or answers undefined. Without a prefix it is one address. */
export function parseNetwork(text: string): Network | undefined {
  const [, written = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = written.includes(":") ? parseV6(written) : parseV4(written);
  if (!address) return undefined;
  const width = address.kind() === "ipv4" ? 32 : 128;
  const prefix = bits === undefined ? width : Number(bits);
  return prefix > width ? undefined : { address, width, prefix };
}

/** Whether an address lies in the network. IPv4 and IPv6 never match one another, written as IPv6 or not. */
export const contains = (network: Network, address: Network): boolean =>
  network.width === address.width && address.address.match(network.address, network.prefix);
