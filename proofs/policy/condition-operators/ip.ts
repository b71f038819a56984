import { comparing, pair, type Operators } from "./operator";

/** A block of addresses: the leading `prefix` of `width` bits are fixed. A single address fixes all. */
interface Block {
  readonly address: bigint;
  readonly width: 32 | 128;
  readonly prefix: number;
}

const OCTETS = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

const join = (parts: readonly string[], base: number, shift: bigint): bigint =>
  parts.reduce((sum, part) => (sum << shift) + BigInt(parseInt(part, base)), 0n);

const parseV4 = (text: string): bigint | undefined => (OCTETS.test(text) ? join(text.split("."), 10, 8n) : undefined);

function parseV6(text: string): bigint | undefined {
  const tail = text.slice(text.lastIndexOf(":") + 1);
  const v4 = tail.includes(".") ? parseV4(tail) : undefined;
  if (tail.includes(".") && v4 === undefined) return undefined;
  const hex =
    v4 === undefined
      ? text
      : text.slice(0, -tail.length) + `${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  const halves = hex.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], rest = []] = halves;
  const missing = 8 - head.length - rest.length;
  const groups = [...head, ...Array<string>(Math.max(missing, 0)).fill("0"), ...rest];
  const shaped = halves.length === 2 ? missing > 0 : halves.length === 1 && missing === 0;
  return shaped && groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? join(groups, 16, 16n) : undefined;
}

/** An address or a CIDR block of IPv4 or IPv6, or undefined. Without a prefix it is one address. */
export function parseIp(text: string): Block | undefined {
  const [ip = "", bits, ...more] = text.split("/");
  const width = ip.includes(":") ? 128 : 32;
  const address = width === 128 ? parseV6(ip) : parseV4(ip);
  const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
  return address === undefined || prefix > width || more.length > 0 ? undefined : { address, width, prefix };
}

const network = (address: bigint, block: Block): bigint => address >> BigInt(block.width - block.prefix);

/** IP addresses; IPv4 and IPv6 never match one another. Source: IAM User Guide, IP address condition operators. */
export const IP: Operators = pair("IpAddress", "NotIpAddress", {
  keyTypes: ["IPAddress"],
  rule: "be an address or CIDR block of IPv4 or IPv6",
  compile: comparing(
    parseIp,
    (request, policy) =>
      request.width === policy.width && network(request.address, policy) === network(policy.address, policy),
  ),
});
