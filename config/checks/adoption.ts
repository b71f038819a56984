import { check } from "./check";

/** An address is taken up or let go, not both. */
export const adoptionIsNoRelease = check(["adopt", "release"], ({ adopt, release }) =>
  release
    .map((address, index) => ({ where: `release[${index}]`, rule: "be left out of release or of adopt", got: address }))
    .filter(({ got }) => Object.hasOwn(adopt, got)),
);
