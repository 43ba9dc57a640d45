import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodMiniType } from 'zod/mini';
import { type Finding, find } from '../../diagnostics/finding.js';
import { digestOf } from '../digest.js';
import { decodeText } from '../encoding.js';
import { displayPath } from '../listing.js';
import { unreadable } from '../unreadable.js';
import { type Mapping, validate } from '../validate.js';
import type { Places } from '../yaml.js';
import { type Register, registerSchema } from './register.js';
import { headerDirectives, type SiteConfig, siteSchema } from './site.js';

/** What `site.yaml` and `speakers.yaml` say, defaults filled in. */
export interface Configuration {
  site: SiteConfig;
  /** `site.yaml` for people, or null where there is none. */
  siteFile: string | null;
  register: Register;
  /** Hash of both files' bytes. */
  digest: string;
  findings: Finding[];
}

/** Bytes of either file: a register of ten thousand speakers has fewer. */
const CONFIGURATION = 1 << 20;

const siteRules: Mapping['rules'] = { unknown: 'site-unknown-key', invalid: 'site-invalid' };
const speakersRules: Mapping['rules'] = { unknown: 'speakers-unknown-key', invalid: 'speakers-invalid' };

/**
 * Reads the configuration. A file with a fault counts as if it were not there, and has findings.
 * @param folders where to look, in this order; each file is taken where it is found first
 * @param cwd folder from which people see paths
 */
export async function readConfiguration(folders: string[], cwd: string): Promise<Configuration> {
  const site = await readFile('site.yaml', siteSchema, siteRules, folders, cwd);
  const speakers = await readFile('speakers.yaml', registerSchema, speakersRules, folders, cwd);
  return {
    site: site.value,
    siteFile: site.file,
    register: speakers.value,
    digest: digestOf(site.digest, speakers.digest),
    findings: [...site.findings, ...speakers.findings],
  };
}

interface ReadFile<T> {
  value: T;
  file: string | null;
  digest: string;
  findings: Finding[];
}

async function readFile<T>(
  name: string,
  schema: ZodMiniType<T>,
  rules: Mapping['rules'],
  folders: string[],
  cwd: string,
): Promise<ReadFile<T>> {
  const absolute = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const defaults = schema.parse({});
  if (absolute === undefined) return { value: defaults, file: null, digest: '', findings: [] };
  const file = displayPath(absolute, cwd);
  let bytes: Uint8Array;
  try {
    if (statSync(absolute).size > CONFIGURATION) {
      const findings = [find('yaml-broken', file, undefined, { zh: '内容太长', en: 'it is too long' })];
      return { value: defaults, file, digest: '', findings };
    }
    bytes = readFileSync(absolute);
  } catch (error) {
    return { value: defaults, file, digest: '', findings: [unreadable(error, file)] };
  }
  const digest = digestOf(bytes);
  const decoded = decodeText(bytes);
  if ('notText' in decoded) {
    return { value: defaults, file, digest, findings: [find('not-text', file, undefined, { kind: decoded.notText })] };
  }
  const { readYaml } = await import('../yaml.js');
  const yaml = readYaml(decoded.text, file);
  if (yaml.findings.length > 0) return { value: defaults, file, digest, findings: yaml.findings };
  const { value, findings } = validate(schema, { ...yaml, file, rules });
  findings.push(...withoutEffect(yaml.places, file));
  return { value: value ?? defaults, file, digest, findings };
}

/** Directives of `csp` that are left out of the policy. No other file has keys of these names there. */
function withoutEffect(places: Places, file: string): Finding[] {
  return [...places].flatMap(([path, place]) => {
    const name = /^csp\.([^.]+)$/u.exec(path)?.[1];
    if (name === undefined || !headerDirectives.includes(name.toLowerCase())) return [];
    return [find('csp-no-effect', file, place, { name })];
  });
}
