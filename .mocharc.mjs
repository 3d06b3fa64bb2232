// A test that depends on the platform may skip itself elsewhere; on Linux every test runs.
export default {
  reporter: 'test/helpers/counting-reporter.ts',
  forbidOnly: true,
  forbidPending: process.platform === 'linux',
  timeout: 30_000,
};
