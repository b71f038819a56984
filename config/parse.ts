import { CHECKS } from "./checks";
import { plainData } from "./plain-data";
import { ConfigurationError } from "./problem";
import type { Baseline } from "./schema/baseline";
import { checkShape } from "./shape";

/**
 * The configuration with every default filled in.
 * Throws a ConfigurationError that holds all problems, of shape and of meaning, in one report.
 */
export function parseConfig(input: unknown, file = "the configuration"): Baseline {
  const { data, problems: strange } = plainData(input);
  const { wellShaped, problems: shape } = checkShape(data);
  const problems = [...strange, ...shape, ...CHECKS.flatMap((check) => check.run(wellShaped))];
  if (problems.length > 0) throw new ConfigurationError(file, problems);
  return wellShaped as Baseline;
}
