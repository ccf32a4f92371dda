import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from '../../tests/helpers/launch-app.ts';

/** Draws `icon.svg` with Chromium and writes `icon.png`, `icon.ico` and `icon.icns` beside it: `node resources/icons/make-icons.ts`. */

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
/** Apple's type of each PNG in an `.icns` file, by its size in pixels. */
const appleTypes: Record<number, string> = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

const drawn = await draw([...new Set([...windowsSizes, ...Object.keys(appleTypes).map(Number)])]);
writeFileSync(join(folder, 'icon.png'), pick(1024));
writeFileSync(join(folder, 'icon.ico'), makeIco());
writeFileSync(join(folder, 'icon.icns'), makeIcns());

async function draw(sizes: number[]): Promise<Map<number, Buffer>> {
  const browser = await startChromium();
  const page = await browser.newPage();
  const images = new Map<number, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    images.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return images;
}

function pick(size: number): Buffer {
  const image = drawn.get(size);
  if (!image) throw new Error(`not drawn at ${size} pixels`);
  return image;
}

/** An `.ico` of PNG images: a header of 6 bytes, 16 bytes for each image, then the images. */
function makeIco(): Buffer {
  const head = Buffer.alloc(6 + 16 * windowsSizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(windowsSizes.length, 4);
  let offset = head.length;
  for (const [index, size] of windowsSizes.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(pick(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += pick(size).length;
  }
  return Buffer.concat([head, ...windowsSizes.map(pick)]);
}

/** An `.icns`: its name and length, then each PNG behind its type and length, big-endian. */
function makeIcns(): Buffer {
  const parts = Object.entries(appleTypes).map(([size, type]) => block(type, pick(Number(size))));
  return block('icns', Buffer.concat(parts));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
