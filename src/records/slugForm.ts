/** A slug that an editor may give: small letters, digits, and hyphens between them. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
