import type { Device, Stage, Visit } from './open-shop.ts';

/** Opens the chat over the whole screen of a phone, asks, and waits for the end of the answer. */
export async function askFirst(stage: Stage, device: Device): Promise<Visit> {
  const visit = await stage.visit(device);
  await visit.control('chat-floating-trigger').click();
  await visit.control('chat-resize').click();
  await visit.control('chat-input').fill('Something warm');
  await visit.control('chat-send').click();
  await visit.control('chat-thumbs-up').waitFor();
  await visit.reported();
  return visit;
}
