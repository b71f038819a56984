/**
 * For an organization that exists already and is not run by Control Tower. It is the configuration at the top of the
 * repository, so that example and default cannot drift apart.
 */
export { default } from "../baseline.config";
