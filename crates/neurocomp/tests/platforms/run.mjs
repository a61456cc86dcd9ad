// Runs a test compiled to WebAssembly, under node:
//
//   rustup target add wasm32-wasip1 wasm32-unknown-unknown
//   export CARGO_TARGET_WASM32_WASIP1_RUNNER="node $PWD/crates/neurocomp/tests/platforms/run.mjs"
//   cargo test -p neurocomp --no-default-features --test platforms --target wasm32-wasip1
//
// and in the same way wasm32-unknown-unknown, which is what a page has. It cannot print: it ends well, or traps.

import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [file, ...args] = process.argv.slice(2);
const module = await WebAssembly.compile(await readFile(file));
if (WebAssembly.Module.imports(module).some((needed) => needed.module === "wasi_snapshot_preview1")) {
    const wasi = new WASI({ version: "preview1", args: [file, ...args], env: process.env, returnOnExit: true });
    const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
    process.exitCode = wasi.start(instance);
} else {
    const { exports } = await WebAssembly.instantiate(module, {});
    process.exitCode = exports.main(0, 0);
    console.log(`${file}: ended with ${process.exitCode}`);
}
