#!/usr/bin/env bash
# Untested. Every week, in a checkout of the base branch, with credentials that may only read: drift.sh
# Ends with 2 where something is no longer as it was applied. Have somebody hear of 1 as well as of 2.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
npm run -s baseline -- drift --no-lock
