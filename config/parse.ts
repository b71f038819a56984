import { blueprintOf } from "./blueprint";
import { CHECKS, problemsOf } from "./checks";
import { plainData } from "./plain-data";
import { ConfigurationError } from "./report/problem";
import type { Baseline } from "./schema/baseline";
import { checkShape } from "./shape";

/**
 * The configuration with every default filled in.
 * Throws a ConfigurationError that holds all problems, of shape and of meaning, in one report.
 */
export function parseConfig(input: unknown, file = "the configuration"): Baseline {
  const { data, problems: strange } = plainData(input);
  const { baseline, problems: shape } = checkShape(data);
  const problems = [...strange, ...shape, ...problemsOf(CHECKS, blueprintOf(baseline))];
  if (problems.length > 0) throw new ConfigurationError(file, problems);
  return baseline;
}
