/** The same site as `../hugo`, as Eleventy makes it with least effort: no plugin, no template in the texts. */
export default function configure(config) {
  const speeches = (api) => api.getFilteredByGlob('content/editions/*/*.md').filter(({ data }) => data.name);
  const editions = (api) => api.getFilteredByGlob('content/editions/*/index.md').sort((a, b) => b.date - a.date);
  const grouped = (items, keyOf) => {
    const groups = {};
    for (const item of items) {
      groups[keyOf(item)] ??= [];
      groups[keyOf(item)].push(item);
    }
    return groups;
  };
  config.addCollection('byEdition', (api) => {
    return grouped(
      speeches(api).sort((a, b) => a.data.weight - b.data.weight),
      ({ data }) => `/editions/${data.edition}/`,
    );
  });
  config.addCollection('bySpeaker', (api) => {
    return grouped(
      speeches(api).sort((a, b) => b.date - a.date),
      ({ data }) => `/speakers/${data.anchor}/`,
    );
  });
  config.addCollection('editions', editions);
  config.addCollection('speakers', (api) => api.getFilteredByGlob('content/speakers/*/index.md'));
  config.addCollection('titles', (api) => Object.fromEntries(editions(api).map(({ url, data }) => [url, data.title])));
  config.addFilter('day', (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`);
  config.addFilter('first', (list, count) => (list ?? []).slice(0, count));
  return { dir: { input: 'content', includes: '../layouts', output: 'public' }, markdownTemplateEngine: false };
}
