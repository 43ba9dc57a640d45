/** A date at the precision that is known: year, month or day. No page invents the rest. */
export const partialDate = /^\d{4}(-\d{2}(-\d{2})?)?$/;
