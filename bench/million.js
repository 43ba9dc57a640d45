/** @returns {Promise<void>} */
export async function million(/** @type {string} */ _dir, /** @type {number} */ _count) {
  throw new Error('not yet');
}
