import { z } from "zod";
import { backend } from "./backend";
import { formed, tags } from "./primitives";

export const terraform = z.strictObject({
  /** Where each stack's state lives. */
  backend,
  /**
   * Form of the output. `portable` is valid on AWS provider 5.100 and on 6.x: one provider configuration for each
   * account and Region. `6` needs 6.40 or later and has one for each account, with `region` on the resources: less
   * memory. Addresses are the same, the state is not: 5.100 writes none of the Regions that this form reads. Switching
   * a deployed baseline takes the steps of docs/runbooks/changes.md, or it plans to make anew what lives outside the
   * home Region.
   * @default portable
   */
  awsProvider: z.enum(["portable", "6"]).default("portable"),
  /**
   * `required_version` of every stack. Not below 1.10, which the deploy roles' ephemeral variables need. A team that
   * runs OpenTofu sets `>= 1.11.0`, as OpenTofu knows them from 1.11.
   * @default >= 1.10.0
   */
  requiredVersion: formed(
    /^[~><=!]*\s*\d+(\.\d+){0,2}(\s*,\s*[~><=!]*\s*\d+(\.\d+){0,2})*$/,
    "be a version constraint such as >= 1.10.0",
  ).default(">= 1.10.0"),
  /**
   * Tags that every stack of your company carries (cost centre, repository), besides `tags` and with other keys.
   * @default none
   */
  defaultTags: tags.default({}),
});
