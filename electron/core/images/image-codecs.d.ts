declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  /** pdf.js's decoder of JPEG: baseline, extended and progressive; grey, YCbCr, RGB, CMYK and YCCK. */
  export class JpegImage {
    width: number;
    height: number;
    parse(bytes: Uint8Array): void;
    getData(wanted: { width: number; height: number; forceRGB?: boolean }): Uint8ClampedArray;
  }
  /** 0: no messages on the console. */
  export function setVerbosityLevel(level: number): void;
}

declare module '@jsquash/jpeg/encode.js' {
  /** Gives the encoder its compiled program. */
  export function init(options: { wasmBinary: Uint8Array }): Promise<void>;
  /** MozJPEG; pixels are RGBA. Colour spaces: 1 grey, 3 YCbCr. */
  export default function encode(
    pixels: { data: Uint8ClampedArray; width: number; height: number },
    options: { quality: number; color_space: 1 | 3; progressive: boolean },
  ): Promise<ArrayBuffer>;
}
