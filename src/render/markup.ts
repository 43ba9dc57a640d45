import nunjucks from 'nunjucks';

/** HTML that is printed as it is: ours, or what a template has printed, so it holds no forbidden character. */
export class Markup extends nunjucks.runtime.SafeString {}
