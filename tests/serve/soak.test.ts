import { expect, it } from 'vitest';
import { soak } from './soak/soak.js';

it('twenty seconds of random edits: after each the preview shows what a clean build makes, or the errors', async () => {
  const { differences, good, compared } = await soak({ seconds: 20, seed: 1 });
  expect(differences).toEqual([]);
  expect(good).toBeGreaterThan(0);
  expect(compared).toBeGreaterThan(50);
}, 120_000);
