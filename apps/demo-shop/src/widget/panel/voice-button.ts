import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { spokenSentence } from '../sentences.ts';

/** How long the button pretends to listen, in milliseconds. */
const listenMs = 1200;

export interface VoiceButton {
  readonly button: HTMLButtonElement;
  readonly note: HTMLElement;
  show(note: 'none' | 'listening' | 'inserted'): void;
}

/** A voice button for show: it uses no microphone, and says so. */
export function voiceButton(onSpoken: (sentence: string) => void): VoiceButton {
  const notes = {
    none: '',
    listening: 'Listening … (demo: no microphone is used)',
    inserted: 'Demo voice input: a fixed sentence was inserted, nothing was recorded.',
  };
  const note = element('p', {
    class: 'voice-note',
    role: 'status',
    'data-testid': 'chat-voice-note',
    hidden: true,
  });
  const button = iconButton({
    icon: 'microphone',
    label: 'Speak (demo)',
    testId: 'chat-voice',
    onclick: () => {
      button.disabled = true;
      show('listening');
      setTimeout(() => {
        button.disabled = false;
        onSpoken(spokenSentence);
      }, listenMs);
    },
  });
  function show(which: keyof typeof notes): void {
    button.classList.toggle('listening', which === 'listening');
    note.textContent = notes[which];
    note.hidden = which === 'none';
  }
  return { button, note, show };
}
