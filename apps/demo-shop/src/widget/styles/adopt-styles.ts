import buttons from './buttons.css?inline';
import forms from './forms.css?inline';
import launcher from './launcher.css?inline';
import messages from './messages.css?inline';
import miniPdp from './mini-pdp.css?inline';
import panel from './panel.css?inline';
import products from './products.css?inline';
import selection from './selection.css?inline';
import tokens from './tokens.css?inline';
import triggers from './triggers.css?inline';

let sheet: CSSStyleSheet | undefined;

/** One style sheet, shared by all of the widget's shadow roots. */
export function adoptStyles(shadow: ShadowRoot): void {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      [tokens, buttons, forms, panel, messages, products, miniPdp, selection, launcher, triggers].join('\n'),
    );
  }
  shadow.adoptedStyleSheets = [sheet];
}
