import type { SpeechSummary } from '../../editions/summary.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import { photoPath } from './refs.js';

/*
 * Pictures for machines outside the site: link previews and search engines load a picture only by its whole
 * address, so each is null where the site's address is not known.
 */

/** @returns the picture of `image` in `site.yaml` */
export function siteImage(site: Site): string | null {
  const { image } = site.content.site;
  if (image === null || /^https?:/iu.test(image)) return image;
  return site.addresses.absolute(image.replace(/^\/+/u, ''));
}

/** @returns the photograph of a speech, else the register's portrait of who speaks */
export function speechImage(site: Site, edition: PlannedEdition, speech: SpeechSummary): string | null {
  const path = photoPath(edition, speech) ?? speakerOf(edition, speech)?.portrait ?? null;
  return path === null ? null : site.addresses.absolute(path);
}

/** @param pictured the speech whose photograph is shown where the register has no portrait, if any */
export function speakerImage(site: Site, { portrait }: Speaker, pictured: Said | undefined): string | null {
  const path = portrait ?? (pictured ? photoPath(pictured.edition, pictured.speech) : null);
  return path === null ? null : site.addresses.absolute(path);
}
