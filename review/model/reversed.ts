import { oncePer } from "../../config";
import type { ReviewInput } from "./review-input";

/** The same change the other way round: what that loses, the change wins. */
export const reversed = oncePer(({ before, after, ...rest }: ReviewInput): ReviewInput => ({
  ...rest,
  before: after,
  after: before,
}));
