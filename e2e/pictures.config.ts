import { defineConfig } from '@playwright/test';
import path from 'node:path';
import tests from '../playwright.config';

/** Takes the pictures of the docs, in the same portal and browser that the tests use. */
export default defineConfig({
  ...tests,
  testDir: __dirname,
  testMatch: 'pictures.ts',
  reporter: 'list',
  outputDir: '../artifacts/pictures',
  webServer: {
    ...[tests.webServer ?? []].flat()[0],
    cwd: path.resolve(__dirname, '..'),
  },
});
