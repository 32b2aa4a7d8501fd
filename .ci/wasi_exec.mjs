// Runs a program built for wasip1 under node:
//
//   GOOS=wasip1 GOARCH=wasm go test -exec "node --no-warnings $PWD/.ci/wasi_exec.mjs" ./...
//
// The program sees the whole file system and the environment; its working folder
// is that of node.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [, , file, ...args] = process.argv;
const wasi = new WASI({
  version: 'preview1',
  args: [file, ...args],
  env: { ...process.env, PWD: process.cwd() },
  preopens: { '/': '/' },
  // Returning unwinds the WebAssembly stack by an exception, which crashed node 20
  // after the last line of output more often than not.
  returnOnExit: false,
});
const { instance } = await WebAssembly.instantiate(await readFile(file), wasi.getImportObject());
// Node 20 corrupts its heap where a memory that grows under a running program sets
// off a collection. So the memory has all it will need before: 1 GB, untouched.
instance.exports.memory.grow(16384);
wasi.start(instance);
