#!/usr/bin/env node
// Stands for Terraform in tests of commands: answers as behaviour.json beside it says, stack by stack, and writes down
// what it was asked. A plan is its own JSON.
"use strict";
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");

const folder = module.path;
const behaviour = JSON.parse(readFileSync(join(folder, "behaviour.json"), "utf8"));
const args = process.argv.slice(2).filter((arg) => arg !== "-no-color");
const chdir = args.find((arg) => arg.startsWith("-chdir="))?.slice("-chdir=".length) ?? ".";
const [command, ...rest] = args.filter((arg) => !arg.startsWith("-chdir="));
const stack = basename(chdir);
const { text = "", code = 0 } = behaviour[stack]?.[command] ?? behaviour.every?.[command] ?? {};
const variables = Object.keys(process.env).filter((name) => name.startsWith("TF_CLI_ARGS") || name === "TF_VAR_role");
appendFileSync(join(folder, "calls.log"), `${[stack, command, ...rest, ...variables].join(" ")}\n`);

function end(exitCode) {
  if (text !== "") console.error(text);
  process.exitCode = exitCode;
}

const commands = {
  version: () => {
    console.log(`${behaviour.tool ?? "Terraform v1.11.4"}\non linux_amd64`);
  },
  init: () => {
    const lock = join(chdir, ".terraform.lock.hcl");
    const version = behaviour.provider ?? "5.100.0";
    if (!existsSync(lock) && !rest.includes("-lockfile=readonly"))
      writeFileSync(lock, `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n}\n`);
    end(code);
  },
  plan: () => {
    const changes = behaviour[stack]?.changes ?? behaviour.every?.changes ?? { resource_changes: [] };
    const file = rest.find((arg) => arg.startsWith("-out=")).slice("-out=".length);
    writeFileSync(file, JSON.stringify({ format_version: "1.2", ...changes }));
    const isEmpty = changes.resource_changes.every(({ change }) => change.actions[0] === "no-op");
    end(code !== 0 ? code : isEmpty ? 0 : 2);
  },
  show: () => {
    console.log(readFileSync(rest[1], "utf8"));
    end(code);
  },
  apply: () => {
    end(code);
  },
};
commands[command]();
