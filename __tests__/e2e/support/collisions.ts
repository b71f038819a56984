/** A resource that an apply could not create because AWS has it already. */
const ALREADY_THERE =
  /already ?exists|AlreadyExists|already enabled|already registered|Duplicate\w*Exception|BucketAlreadyOwnedByYou/i;

/** Addresses of the resources that failed because something of theirs exists already, each once. */
export function collisions(output: string): readonly string[] {
  const errors = output.split(/Error: /).slice(1);
  return [
    ...new Set(
      errors
        .filter((error) => ALREADY_THERE.test(error))
        .flatMap((error) => /with (aws_\w+\.[\w-]+)/.exec(error)?.[1] ?? []),
    ),
  ];
}
