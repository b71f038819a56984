/**
 * Why we refuse patterns that AWS's engine reads. In each the engine does something else than the documentation says, or
 * than a reader would think, so that nobody should bet an alarm on it.
 */
export const REFUSED_ON_PURPOSE: readonly string[] = [
  // Letters: the engine compares the two forms of each UTF-16 unit.
  "hold no letter whose upper and lower case EventBridge takes for others",
  // Addresses: it compares hexadecimal digits from the left, whatever they are digits of.
  "be narrower than all addresses",
  "list either addresses or numbers",
  "write addresses without leading zeros",
  "write an IPv4 address as IPv4",
  // Numbers beyond those that the user guide promises.
  "be a number from -5000000000 to 5000000000",
  "have at most six digits after the point",
  // What stands in one field meets in one machine.
  "use no wildcard beside other cases or suffixes beyond ASCII",
  "have at most one text beside a range of numbers",
  "with a quotation mark",
  // Names and alternatives.
  "have names without dots",
  "have names of at least one character",
  "be tested either inside $or or beside it",
  "share no value among alternatives of $or",
  // In the engine, not in the user guide.
  "must use one of prefix, suffix, equals-ignore-case, wildcard, numeric, cidr, anything-but, exists",
];
