/**
 * The rooms of the house, and what each may import besides itself. CONTRIBUTING says what a room is for. A folder that
 * is not listed may import nothing, so that a new one gets its line here.
 */
export const ROOMS = {
  proofs: [],
  catalogue: ["proofs"],
  config: ["catalogue", "proofs"],
  constructs: ["catalogue"],
  stacks: ["config", "constructs", "catalogue"],
  organization: ["config", "catalogue"],
  "alert-proof": ["config", "catalogue", "organization"],
  evidence: ["config", "catalogue", "proofs", "organization", "alert-proof"],
  "root-sessions": ["config", "catalogue", "organization", "proofs"],
  processes: [],
  terraform: ["processes"],
  emulator: ["processes"],
  review: ["config", "catalogue", "proofs", "terraform"],
  documentation: ["catalogue", "config", "proofs", "review", "evidence"],
  commands: [
    "config",
    "catalogue",
    "proofs",
    "organization",
    "alert-proof",
    "evidence",
    "root-sessions",
    "documentation",
    "review",
    "stacks",
    "terraform",
    "processes",
  ],
  examples: ["config"],
};

/** Single files outside that a room may import besides. */
const BESIDES = {
  // Which Node is wanted stands there.
  processes: ["^package\\.json$"],
  // The example for an organization that exists is the shipped configuration itself.
  examples: ["^baseline\\.config\\.ts$"],
};

/** Rooms that show or measure the whole: they may import every room above, and the shipped configuration. */
const WHOLE = ["trial", "bench"];

const folders = Object.keys(ROOMS);
const within = (names) => `^(${names.join("|")})/`;

/** Files of ours outside the named folders. Packages have rules of their own below. */
const outside = (names, files = []) => ({
  path: "\\.(ts|mjs|json)$",
  pathNot: [within(["node_modules", ...names]), ...files],
});

const roomRules = [
  ...Object.entries(ROOMS).map(([room, may]) => ({
    name: `${room}-imports`,
    comment: may.length === 0 ? `${room}/ imports no other room` : `${room}/ imports only ${may.join(", ")}`,
    severity: "error",
    from: { path: `^${room}/` },
    to: outside([room, ...may], BESIDES[room]),
  })),
  ...WHOLE.map((room) => ({
    name: `${room}-imports`,
    comment: `${room}/ imports any room but tests and the other of ${WHOLE.join(", ")}`,
    severity: "error",
    from: { path: `^${room}/` },
    to: outside([room, ...folders], ["^(main|baseline\\.config)\\.ts$"]),
  })),
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    {
      name: "rooms-are-listed",
      comment: "a new folder gets its line in ROOMS",
      severity: "error",
      from: { path: "^[^/]+/.*\\.ts$", pathNot: within(["__tests__", ...WHOLE, ...folders]) },
      to: { path: within([...WHOLE, ...folders]) },
    },
    {
      name: "main-imports",
      comment: "main.ts loads, builds and writes: config and stacks do the rest",
      severity: "error",
      from: { path: "^main\\.ts$" },
      to: outside(["config", "stacks"]),
    },
    {
      name: "configuration-imports",
      comment: "a configuration imports config/ alone",
      severity: "error",
      from: { path: "^baseline\\.config\\.ts$" },
      to: outside(["config"]),
    },
    {
      name: "stacks-by-index",
      comment: "a command, the trial and the benches know stacks/ by its index alone",
      severity: "error",
      from: { path: within(["commands", ...WHOLE]) },
      to: { path: "^stacks/", pathNot: "^stacks/index\\.ts$" },
    },
    {
      name: "proofs-by-index",
      comment: "other rooms know each evaluator by its index alone",
      severity: "error",
      from: { pathNot: "^(proofs|__tests__)/" },
      to: { path: "^proofs/", pathNot: "^proofs/[^/]+/index\\.ts$" },
    },
    {
      name: "no-tests",
      comment: "nothing outside tests imports a test",
      severity: "error",
      from: { pathNot: "^__tests__/" },
      to: { path: "^__tests__/" },
    },
    {
      name: "no-cdktf",
      comment: "what is known, decided or read says nothing of CDKTF: only constructs, stacks and main do",
      severity: "error",
      from: { path: "\\.ts$", pathNot: "^(constructs|stacks|__tests__|bench)/|^main\\.ts$" },
      to: { path: "^node_modules/(cdktf|cdktn|constructs|@cdktf/[^/]+)/" },
    },
    {
      name: "no-provider-root",
      comment: "import @cdktf/provider-aws/lib/<resource>: the package's root costs 6 s and 735 MB",
      severity: "error",
      from: {},
      to: { path: "^node_modules/@cdktf/provider-aws/lib/index\\.(d\\.ts|js)$" },
    },
    {
      name: "no-dev-dependencies",
      comment: "what runs outside tests is a dependency, or it breaks under npm ci --omit=dev",
      severity: "error",
      from: { path: "\\.ts$", pathNot: "^__tests__/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm", "npm-peer", "npm-optional"] },
    },
    {
      name: "no-unlisted-packages",
      comment: "what is imported stands in package.json and is there",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    },
    {
      name: "no-missing-files",
      comment: "an import leads somewhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-circles",
      comment: "no file imports itself by way of others, not even for a type",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(cdktf\\.out|coverage)/" },
    tsPreCompilationDeps: true,
    // A package is where it is imported from, also where node_modules is a link.
    preserveSymlinks: true,
    // No .json: "cdktf" is the package, not cdktf.json.
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
