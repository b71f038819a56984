/** A mistake in what was asked: `<option> must <rule>, got <value>`. Shown as it is, without a stack trace. */
export class UsageError extends Error {}
