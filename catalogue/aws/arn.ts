import { splitArn } from "../../proofs/policy/index";

/** The fields of an ARN after the word `arn`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** @default none: the service is global, or its ARNs name no Region */
  readonly region?: string;
  /** @default none: the service's ARNs name no account */
  readonly account?: string;
  /** The rest, colons and slashes included: `role/deploy`, `function:alerts`. */
  readonly resource: string;
}

/** The text of an ARN. */
export const arn = ({ partition, service, region = "", account = "", resource }: Arn): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`;

/** The ARN that stands for a whole account where a policy names a principal: its root, and whoever the account admits. */
export const accountRoot = (partition: string, account: string): string =>
  arn({ partition, service: "iam", account, resource: "root" });

/** The fields of an ARN, Region and account empty where it leaves them out; undefined where the text is no ARN. */
export function parseArn(text: string): Required<Arn> | undefined {
  const [, partition = "", service = "", region = "", account = "", resource = ""] = splitArn(text) ?? [];
  return partition === "" || service === "" ? undefined : { partition, service, region, account, resource };
}

interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Where something lies: as it is known or, where that says nothing, as its ARN names it. */
export function placeByArn({ account, region }: Place, named: unknown): Place {
  const found = typeof named === "string" ? parseArn(named) : undefined;
  return { account: account ?? (found?.account || undefined), region: region ?? (found?.region || undefined) };
}
