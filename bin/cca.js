#!/usr/bin/env node
const root = require('node:path').join(__dirname, '..');
if (require('node:fs').existsSync(`${root}/dist/start.cjs`)) require('../dist/start.cjs').load(root).program.main(root);
else process.exitCode = require('node:fs').writeSync(2, 'cca is not built yet. In its folder, run: npm ci\n') && 70;
