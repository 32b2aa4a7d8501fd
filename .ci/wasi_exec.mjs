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
  returnOnExit: true,
});
const { instance } = await WebAssembly.instantiate(await readFile(file), wasi.getImportObject());
process.exit(wasi.start(instance));
