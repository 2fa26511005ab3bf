// Reads a GIFT file from standard input with the gift-pegjs whose path is given, and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parse } = createRequire(import.meta.url)(process.argv[2]);
process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))));
