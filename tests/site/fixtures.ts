/** The `test` for every browser test: it fails when a page asks another server or logs an error. */
import { expect, test as base } from '@playwright/test';

export interface SiteOptions {
  /** Errors in the console that a test provokes on purpose. */
  expectedErrors: RegExp[];
}

export const test = base.extend<SiteOptions & { guard: void }>({
  expectedErrors: [[], { option: true }],
  guard: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults: string[] = [];
      const report = (fault: string): void => {
        if (!expectedErrors.some((pattern) => pattern.test(fault))) faults.push(fault);
      };
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL)
          report(`request to another origin: ${request.url()}`);
      });
      context.on('console', (message) => {
        if (message.type() === 'error') {
          report(
            `console error on ${message.page()?.url() ?? 'a page'}: ${message.text()} ${message.location().url}`,
          );
        }
      });
      context.on('weberror', (error) => report(`uncaught error: ${String(error.error())}`));
      await use();
      expect(faults, 'pages ask no other server and log no error').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
