#!/usr/bin/env bash
# Every week, in a checkout of the base branch, with credentials that may only read: drift.sh [stacks…]
# Ends with 2 where something is no longer as it was applied. Have somebody hear of 1 as well as of 2.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
# Where lock files are committed, none may change.
locked=
if ls cdktf.out/stacks/*/.terraform.lock.hcl > /dev/null 2>&1; then locked=--locked; fi
npm run -s baseline -- drift "$@" --no-lock ${locked:+"$locked"}
