import { contains, parseNetwork } from "../../proofs/ip";

const inside = (network: string, address: string): boolean | undefined => {
  const [block, one] = [parseNetwork(network), parseNetwork(address)];
  return block && one && contains(block, one);
};

test.each([
  ["three numbers", "192.0.2"],
  ["two numbers, which inet_aton reads as 127.0.0.1", "127.1"],
  ["one number", "3221225985"],
  ["octal", "0300.0.2.1"],
  ["a leading zero", "192.0.02.1"],
  ["hexadecimal", "0xc0.0.2.1"],
  ["a number above 255", "192.0.2.256"],
  ["white space", " 192.0.2.1"],
  ["a line break", "192.0.2.1\n"],
  ["a zone", "fe80::1%eth0"],
  ["a numbered zone", "fe80::1%1"],
  ["an IPv6 address that ends in octal", "::ffff:0300.0.2.1"],
  ["an IPv6 address that ends in a leading zero", "9e::0.0.0.01"],
  ["two gaps", "1::2::3"],
  ["a gap for nothing", "1:2:3:4::5:6:7:8"],
  ["seven groups", "1:2:3:4:5:6:7"],
  ["nine groups", "1:2:3:4:5:6:7:8:9"],
  ["five digits in a group", "2001:0db80::"],
  ["brackets", "[::1]"],
  ["a prefix that is too long", "192.0.2.0/33"],
  ["a prefix that is too long for IPv6", "2001:db8::/129"],
  ["a mask", "192.0.2.0/255.255.255.0"],
  ["two prefixes", "192.0.2.0/24/24"],
  ["an empty prefix", "192.0.2.0/"],
  ["nothing", ""],
])("is no address or network: %s", (_what, text) => expect(parseNetwork(text)).toBeUndefined());

test.each([
  ["192.0.2.0/24", "192.0.2.255", true],
  ["192.0.2.0/24", "192.0.3.0", false],
  ["192.0.2.7/24", "192.0.2.1", true],
  ["192.0.2.7", "192.0.2.7", true],
  ["0.0.0.0/0", "255.255.255.255", true],
  ["2001:DB8::/32", "2001:db8:ffff::1", true],
  ["::ffff:192.0.2.0/120", "::ffff:c000:24d", true],
  ["::192.0.2.1", "::c000:201", true],
])("%s holds %s: %s", (network, address, answer) => expect(inside(network, address)).toBe(answer));

test.each([
  ["IPv6 that carries an IPv4 address", "192.0.2.0/24", "::ffff:192.0.2.1"],
  ["IPv4 that an IPv6 network could carry", "::ffff:0:0/96", "192.0.2.1"],
  ["any IPv6", "0.0.0.0/0", "::1"],
  ["any IPv4", "::/0", "192.0.2.1"],
  ["the compatible form in place of the mapped one", "::ffff:192.0.2.1", "::192.0.2.1"],
])("%s is another address", (_what, network, address) => expect(inside(network, address)).toBe(false));
