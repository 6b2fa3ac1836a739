// Writes a file into @xterm/headless, as often as it is asked to.
//
// Standard input: the path of the file, one line for each round. Standard output: megabytes a second.
// A new terminal of 80 by 24 with 10,000 lines of history each time, fed in pieces of 64 KiB, as a host would.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import headless from '@xterm/headless';

const piece = 64 * 1024;

for await (const line of createInterface({ input: process.stdin })) {
  const data = readFileSync(line);
  const terminal = new headless.Terminal({ cols: 80, rows: 24, scrollback: 10000, allowProposedApi: true });
  const start = process.hrtime.bigint();
  for (let at = 0; at < data.length; at += piece) {
    await new Promise(done => terminal.write(data.subarray(at, at + piece), done));
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  terminal.dispose();
  process.stdout.write(`${data.length / 1e6 / seconds}\n`);
}
