import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { type Finding, find } from '../diagnostics/finding.js';
import { codeOf } from '../publish/fileSystem.js';

/** The preview could not start. The findings say why, in words for the person at the keyboard. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
  readonly findings: Finding[];

  constructor(findings: Finding[], options?: ErrorOptions) {
    super(findings.map((finding) => finding.reason).join('\n'), options);
    this.findings = findings;
  }
}

/** Ports tried after the wanted one. */
const TRIES = 100;

/**
 * Listens at the port, or the next one that is free.
 * @param strict true to fail instead of taking another port
 * @returns the port
 * @throws ServeError
 */
export async function listen(server: Server, host: string, port: number, strict: boolean): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      return await listenAt(server, host, tried);
    } catch (error) {
      const code = codeOf(error) ?? '';
      const isLast = strict || tried - port >= TRIES || tried >= 65_535;
      if (code === 'EADDRINUSE' && !isLast) continue;
      throw new ServeError([findingOf(code, host, port)], { cause: error });
    }
  }
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function findingOf(code: string, host: string, port: number): Finding {
  if (code === 'EADDRINUSE') return find('port-taken', '--port', undefined, { port });
  if (code === 'EACCES') return find('port-not-allowed', '--port', undefined, { port });
  return find('host-unavailable', '--host', undefined, { host, code });
}

/** @returns true when only this machine can reach the address */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** @returns the addresses at which a server on this host can be reached, the one to show first */
export function addressesOf(host: string, port: number, path: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [urlOf(host, port, path)];
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const usable = found.filter(({ internal, family, address }) => {
    return !internal && (family === 'IPv4' || (host === '::' && !address.startsWith('fe80')));
  });
  return ['localhost', ...usable.map(({ address }) => address)].map((name) => urlOf(name, port, path));
}

function urlOf(host: string, port: number, path: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
}
