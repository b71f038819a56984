/** Upper bounds for a busy build agent; on two idle cores a deployment takes two minutes and a plan ten seconds. */
export const DEPLOY_TIMEOUT_MS = 900_000;
export const PLAN_TIMEOUT_MS = 240_000;
