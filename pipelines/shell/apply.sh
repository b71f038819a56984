#!/usr/bin/env bash
# In a checkout of the same commit, with credentials that may write, after somebody approved review.md: apply.sh
# Plans again, and applies only where the changes are those in ./plans. Ends with 2 where they are not.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
# Where lock files are committed, none may change.
locked=
if ls cdktf.out/stacks/*/.terraform.lock.hcl > /dev/null 2>&1; then locked=--locked; fi
npm run -s baseline -- apply plans --yes ${locked:+"$locked"}
