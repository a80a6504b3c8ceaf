import type { TestProject } from 'vitest/node';
import { Receiver } from './receiver.ts';

declare module 'vitest' {
  interface ProvidedContext {
    receiverOrigin: string;
    /** Of the SDK that the tests run on. */
    otelMajor: string;
  }
}

export default async function startReceiver(project: TestProject): Promise<() => Promise<void>> {
  const receiver = new Receiver();
  await receiver.listen();
  project.provide('receiverOrigin', receiver.origin);
  return () => receiver.close();
}
