#!/usr/bin/env node
import('../dist/main.js').then(
  ({ main }) => main(),
  () => ((process.exitCode = 70), process.stderr.write('cca is not built yet. In its folder, run: npm ci\n')),
);
