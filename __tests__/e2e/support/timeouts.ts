/**
 * Upper bounds that end what hangs, far above what a busy build agent needs: on two idle cores a deployment takes two
 * minutes, and a plan ten seconds, or forty with 34 providers.
 */
export const DEPLOY_TIMEOUT_MS = 1_800_000;
export const PLAN_TIMEOUT_MS = 600_000;
