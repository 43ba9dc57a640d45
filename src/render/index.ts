export { loadTheme } from './loadTheme.js';
export type { Theme, ThemeAsset } from './theme.js';
