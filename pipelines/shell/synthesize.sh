#!/usr/bin/env bash
# In the checkout of a change, without credentials: synthesize.sh <folder>
# Writes <folder>/<stack>/cdk.tf.json and nothing else. Hand over that folder alone.
set -euo pipefail
folder="$1"

npm ci --ignore-scripts --omit=dev
# For repositories that commit the output: docs/pipelines.md.
if ls cdktf.out/stacks/*/cdk.tf.json > /dev/null 2>&1; then npm run -s synth -- --check; fi
npm run -s synth

for stack in cdktf.out/stacks/*/; do
  mkdir -p "$folder/$(basename "$stack")"
  cp -P "$stack/cdk.tf.json" "$folder/$(basename "$stack")/"
done
