#!/usr/bin/env bash
# Untested. Before init, in the folder of a stack of a commit: ends the run where the stacks of that commit hold what is
# not known to be harmless, or weaken the protection. Runs the code of the base branch, without the run's environment.
set -euo pipefail

handed="$(mktemp -d)"
for stack in ../*/; do
  others="$(find "$stack" -maxdepth 1 \( -name '*.tf' -o -name '*.tofu' -o -name '*.tf.json' -o -name '*.tfvars*' \) ! -name cdk.tf.json)"
  [ -z "$others" ] || { echo "$others must go: nothing synthesizes it"; exit 2; }
  mkdir -p "$handed/$(basename "$stack")"
  cp -P "$stack/cdk.tf.json" "$handed/$(basename "$stack")/"
done
cd /opt/org-baseline
env -i HOME="$HOME" PATH="$PATH" npm run -s baseline -- review --synthesized "$handed" --fail-on "${FAIL_ON:-high}"
