// Makes countries-{10m,110m}.topojson.br from npm's world-atlas 2.0.2, and nothing else.
// Run in this folder: node derive-countries.mjs
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const tarballSha256 = '032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97';
const folder = mkdtempSync(join(tmpdir(), 'world-atlas-'));
try {
  execFileSync('npm', ['pack', '--silent', 'world-atlas@2.0.2'], { cwd: folder });
  const tarball = join(folder, 'world-atlas-2.0.2.tgz');
  const found = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  if (found !== tarballSha256) throw new Error(`world-atlas-2.0.2.tgz: expected SHA-256 ${tarballSha256} but received ${found}.`);
  execFileSync('tar', ['xzf', tarball], { cwd: folder });

  for (const scale of ['10m', '110m']) {
    const topology = JSON.parse(readFileSync(join(folder, 'package', `countries-${scale}.json`), 'utf8'));
    delete topology.objects.land; // shares its arcs with the countries: dropping it loses nothing
    writeFileSync(`countries-${scale}.topojson.br`, brotliCompressSync(JSON.stringify(topology)));
  }
} finally {
  rmSync(folder, { recursive: true });
}
