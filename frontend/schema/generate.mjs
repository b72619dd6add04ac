// Writes the types of the websocket and of the HTTP door, from the server's own descriptions;
// --check fails where they have drifted.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";
import { protocol } from "./protocol.mjs";

const at = (path) => new URL(path, import.meta.url);
const vgroup = (...words) =>
  execFileSync(fileURLToPath(at("../../.venv/bin/vgroup")), words, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });

const frames = JSON.parse(readFileSync(at("../../docs/protocol.schema.json"), "utf8"));
const rest = await openapi(vgroup("spectacular", "--format", "openapi-json"));
const files = {
  "protocol.gen.ts": protocol(frames),
  "rest.gen.ts": `// Made by \`npm run generate\` from the OpenAPI schema. Do not edit.\n\n${astToString(rest)}`,
};
for (const [name, text] of Object.entries(files)) {
  const target = at(`../src/api/${name}`);
  if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`src/api/${name} has drifted from the server: run \`npm run generate\`.`);
    process.exitCode = 1;
  } else {
    writeFileSync(target, text);
  }
}
