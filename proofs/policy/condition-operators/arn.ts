import { arnMatcher } from "../arn";
import { pair, type Operator, type Operators } from "./operator";

const arn: Omit<Operator, "negated"> = {
  keyTypes: ["ARN"],
  rule: "be an ARN of six colon-separated fields whose ${…} are escapes or known single-valued condition keys",
  compile: arnMatcher,
};

/** ARNs. Equals and Like behave identically. Source: IAM User Guide, ARN condition operators. */
export const ARN: Operators = {
  ...pair("ArnEquals", "ArnNotEquals", arn),
  ...pair("ArnLike", "ArnNotLike", arn),
};
