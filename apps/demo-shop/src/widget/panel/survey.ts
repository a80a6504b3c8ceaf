import { dismissSurvey, submitSurvey } from '../actions/give-feedback.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';

const scores = [1, 2, 3, 4, 5] as const;

const scoreNames = ['very poor', 'poor', 'okay', 'good', 'very good'] as const;

/** Asked after Clear Chat, about the conversation that ended. */
export function survey(chat: Chat): Component {
  const sheet = element('section', {
    class: 'survey',
    role: 'group',
    'aria-label': 'Survey',
    'data-testid': 'chat-survey',
  });
  let shownFor: string | undefined;
  return {
    element: sheet,
    render({ surveyChatId }) {
      sheet.hidden = surveyChatId === undefined;
      if (surveyChatId === undefined) {
        sheet.replaceChildren();
      } else if (surveyChatId !== shownFor) {
        sheet.replaceChildren(surveyForm(chat));
        sheet.querySelector('input')?.focus();
      }
      shownFor = surveyChatId;
    },
  };
}

function surveyForm(chat: Chat): HTMLElement {
  const comment = element('textarea', {
    class: 'field',
    rows: 3,
    maxlength: 500,
    placeholder: 'Anything you want to add? (optional)',
    'aria-label': 'Anything you want to add? (optional)',
    'data-testid': 'chat-survey-text',
  });
  const submit = element(
    'button',
    { type: 'submit', class: 'button', disabled: true, 'data-testid': 'chat-survey-submit' },
    'Submit',
  );
  const close = iconButton({
    icon: 'close',
    label: 'Close survey',
    testId: 'chat-survey-close',
    onclick: () => dismissSurvey(chat),
  });
  let chosen: (typeof scores)[number] | undefined;
  const choose = (score: (typeof scores)[number]) => {
    chosen = score;
    submit.disabled = false;
  };
  return element(
    'form',
    {
      class: 'survey-form',
      onsubmit: (event) => {
        event.preventDefault();
        if (chosen !== undefined) void submitSurvey(chat, chosen, comment.value.trim());
      },
    },
    element(
      'div',
      { class: 'survey-head' },
      element('h3', { class: 'survey-title' }, 'How was this chat?'),
      close,
    ),
    scoreButtons(choose),
    element(
      'div',
      { class: 'survey-ends', 'aria-hidden': 'true' },
      element('span', {}, 'Poor'),
      element('span', {}, 'Great'),
    ),
    comment,
    submit,
  );
}

function scoreButtons(choose: (score: (typeof scores)[number]) => void): HTMLElement {
  const choices = scores.map((score) =>
    element(
      'label',
      { class: 'score' },
      element('input', {
        type: 'radio',
        name: 'score',
        value: score,
        'aria-label': `${score} of 5, ${scoreNames[score - 1]}`,
        'data-testid': `chat-survey-score-${score}`,
        onchange: () => choose(score),
      }),
      element('span', { 'aria-hidden': 'true' }, String(score)),
    ),
  );
  return element(
    'div',
    { class: 'scores', role: 'radiogroup', 'aria-label': 'Rating from 1 to 5' },
    ...choices,
  );
}
