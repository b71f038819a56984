import { ARN } from "./arn";
import { BINARY } from "./binary";
import { BOOL } from "./bool";
import { DATE } from "./date";
import { IP } from "./ip";
import { NUMERIC } from "./numeric";
import type { Operators } from "./operator";
import { STRING } from "./string";

/** Every operator that compares values. `Null`, which asks whether there is one, is not among them. */
export const OPERATORS: Operators = { ...STRING, ...NUMERIC, ...DATE, ...BOOL, ...BINARY, ...IP, ...ARN };
