import { splitArn } from "./arn";
import { parseDate } from "./condition-operators/date";
import { parseIp } from "./condition-operators/ip";
import { parseNumber } from "./condition-operators/numeric";
import type { KeyType } from "./key-type";

const CHECKS: Readonly<Record<KeyType, (text: string) => boolean>> = {
  String: () => true,
  ARN: (text) => splitArn(text) !== undefined,
  Bool: (text) => /^(true|false)$/i.test(text),
  Numeric: (text) => parseNumber(text) !== undefined,
  Date: (text) => parseDate(text) !== undefined,
  Epoch: (text) => /^\d+$/.test(text),
  IPAddress: (text) => !text.includes("/") && parseIp(text) !== undefined,
};

/** Whether a request may carry this text under a key of the type. */
export const isValueOf = (type: KeyType, text: string): boolean => CHECKS[type](text);
