/** Names that every template sees besides the view model. */
export const globalNames: readonly string[] = ['shared', 'range', 'cycler', 'joiner'];
