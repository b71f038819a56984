#!/usr/bin/env bash
# Untested. In a checkout of the same commit, with credentials that may write, after somebody approved review.md: apply.sh
# Plans again, and applies only where the changes are those in ./plans. Ends with 2 where they are not.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
npm run -s baseline -- apply plans --yes
