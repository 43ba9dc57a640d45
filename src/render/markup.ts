import nunjucks from 'nunjucks';

/** HTML that is printed as it is: ours, or what a template has printed, so it holds no forbidden character. */
export class Markup extends nunjucks.runtime.SafeString {
  // The constructor that a class has by itself makes a list of what it is given.
  constructor(html: string) {
    super(html);
  }
}
