// Runs main.ts as one file, which esbuild makes in memory at every start: half of the time of a synth went into loading
// 240 modules of ours one by one. Nothing is kept on disk, so nothing can be stale. The configuration is no part of the
// file: tsx loads it, as it does everywhere else. Where the file cannot be made, tsx loads everything, and says why not.
"use strict";

const Module = require("node:module");
const { dirname, isAbsolute, join } = require("node:path");
const esbuild = require("esbuild");

const CHECKOUT = module.path;

/** What a configuration imports. It must get the very objects that main.ts has. */
const SHARED = join(CHECKOUT, "config", "index.ts");

/** Where the one file would lie: in a room, so that paths from there are those of a module in it. */
const FILE = join(CHECKOUT, "config", "one-file.cjs");

const make = (options) =>
  esbuild.build({
    stdin: {
      contents: 'exports.config = require("./config"); exports.main = () => require("./main.ts");',
      resolveDir: CHECKOUT,
      sourcefile: "synth.cjs",
    },
    absWorkingDir: CHECKOUT,
    outfile: FILE,
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    keepNames: true,
    logLevel: "silent",
    ...options,
  });

/** A module that finds its packages as every other does. With the first file that it asks for, tsx comes in. */
class OneFile extends Module {
  require(id) {
    if (isAbsolute(id)) require("tsx/cjs");
    return super.require(id);
  }
}

/** Answers with what the file exports. */
function load(text) {
  const oneFile = new OneFile(FILE);
  Object.assign(oneFile, { filename: FILE, paths: module.paths });
  oneFile._compile(text, FILE);
  const shared = new Module(SHARED);
  Object.assign(shared, { filename: SHARED, loaded: true, exports: oneFile.exports.config });
  require.cache[SHARED] = shared;
  return oneFile.exports;
}

/** An error's trace with the files and lines of the TypeScript. Only an error costs the time of working them out. */
async function withPlacesOfTheSource(error) {
  const { outputFiles } = await make({ sourcemap: "external" });
  const map = new Module.SourceMap(JSON.parse(outputFiles.find(({ path }) => path.endsWith(".map")).text));
  error.stack = error.stack.replaceAll(/([^\s(]*one-file\.cjs):(\d+):(\d+)/g, (place, file, line, column) => {
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (file !== FILE || originalSource === undefined) return place;
    return `${join(dirname(FILE), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });
  return error;
}

/** Starts esbuild. Its process lives for one build: collecting garbage would be a fifth of its time and save 4 MB. */
function start() {
  const { GOGC } = process.env;
  process.env.GOGC = GOGC ?? "off";
  const making = make();
  if (GOGC === undefined) delete process.env.GOGC;
  return making;
}

async function run() {
  const making = start().then(
    ({ outputFiles: [file] }) => file.text,
    () => undefined,
  );
  // Meanwhile, what takes longest to load.
  require("cdktf");
  require("zod");
  const text = await making;
  if (text === undefined) {
    require("tsx/cjs");
    require("./main.ts");
    return;
  }
  try {
    load(text).main();
  } catch (error) {
    throw error instanceof Error ? await withPlacesOfTheSource(error) : error;
  } finally {
    esbuild.stop();
  }
}

/** With options it is the command `synth`, which reads them, and which runs this file without any. */
function asCommand(options) {
  process.argv.splice(2, options.length, "synth", ...options);
  require("tsx/cjs");
  require("./commands/baseline.ts");
}

const options = process.argv.slice(2);
if (options.length > 0) asCommand(options);
else run();
