import { tmpdir } from "node:os";

/**
 * Terraform and its providers meet at a socket in TMPDIR, and the path of a socket has at most 104 characters (macOS;
 * 108 on Linux). About half of them are for the folders that are made below.
 */
const LONGEST = 52;

const SHORT = "/tmp";

/** The folder for temporary files: this machine's own, unless sockets below it would have too long a name. */
export const temporaryFolder = (own: string = tmpdir(), platform: string = process.platform): string =>
  platform === "win32" || own.length <= LONGEST ? own : SHORT;
