import { type Body, elementsOf, type Terraform, textsIn } from "./terraform";

const REFERENCE = /(?:(?:data\.)?aws_[a-z0-9_]+|local)\.[A-Za-z_][\w-]*/g;

/** Addresses that a body names: inside templates anywhere, and plainly in depends_on. */
const namedIn = (body: Body): readonly string[] =>
  textsIn(body).flatMap(({ path, text }) =>
    text.includes("${") || path.startsWith("depends_on.") ? (text.match(REFERENCE) ?? []) : [],
  );

/** Everything that is evaluated: elements, and locals on the way to them. */
const nodesOf = (stack: Terraform): readonly { readonly address: string; readonly body: Body }[] => [
  ...elementsOf(stack),
  ...Object.entries(stack.locals ?? {}).map(([name, value]) => ({ address: `local.${name}`, body: { value } })),
];

/** What each element of a stack waits for, directly or through others, as Terraform's own graph has it. */
export function waits(stack: Terraform): (address: string) => ReadonlySet<string> {
  const addresses = new Set(nodesOf(stack).map(({ address }) => address));
  const direct = new Map(
    nodesOf(stack).map(({ address, body }) => [
      address,
      namedIn(body).filter((name) => addresses.has(name) && name !== address),
    ]),
  );
  return (address) => {
    const found = new Set<string>();
    const visit = (from: string): void => {
      for (const next of direct.get(from) ?? [])
        if (!found.has(next)) {
          found.add(next);
          visit(next);
        }
    };
    if (!addresses.has(address)) throw new Error(`no ${address} in the stack`);
    visit(address);
    return found;
  };
}

/** What of the given addresses an element does not wait for. Throws for an address that the stack does not have. */
export function doesNotWaitFor(stack: Terraform, address: string, earlier: readonly string[]): readonly string[] {
  const addresses = new Set(elementsOf(stack).map((element) => element.address));
  const missing = earlier.filter((one) => !addresses.has(one));
  if (missing.length > 0 || earlier.length === 0)
    throw new Error(`no ${missing.join(", ") || "addresses"} to wait for`);
  const found = waits(stack)(address);
  return earlier.filter((one) => !found.has(one));
}
