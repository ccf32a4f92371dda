import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** The value of a key with references followed; undefined when absent or null. */
export function get(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(PDFName.of(key)) ?? undefined;
}

/** The value of a key as it stands in the file, a reference perhaps. */
export function getRaw(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.get(PDFName.of(key));
}

/** A dictionary, a stream's included. */
export function asDict(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

/** A dictionary under a key. */
export function getDict(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(get(dict, key));
}

/** A stream under a key. */
export function getStream(dict: PDFDict | undefined, key: string): PDFStream | undefined {
  const value = get(dict, key);
  return value instanceof PDFStream ? value : undefined;
}

/** A name without its slash under a key; undefined for anything else. */
export function getName(dict: PDFDict | undefined, key: string): string | undefined {
  return asName(get(dict, key));
}

/** pdf-lib keeps one object for each name. */
const decoded = new WeakMap<PDFName, string>();

/** A name without its slash. */
export function asName(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFName)) return undefined;
  let text = decoded.get(value);
  if (text === undefined) {
    text = value.decodeText();
    decoded.set(value, text);
  }
  return text;
}

/** A number under a key. */
export function getNumber(dict: PDFDict | undefined, key: string): number | undefined {
  return asNumber(get(dict, key));
}

/** A number. */
export function asNumber(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** A text string under a key. */
export function getText(dict: PDFDict | undefined, key: string): string | undefined {
  return asText(get(dict, key));
}

/** A text string, or undefined. */
export function asText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** A boolean under a key. */
export function getBool(dict: PDFDict | undefined, key: string): boolean | undefined {
  const value = get(dict, key);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** The items of an array under a key, references followed; [] when there is none. */
export function getItems(dict: PDFDict | undefined, key: string): PDFObject[] {
  return itemsOf(get(dict, key));
}

/** The items of an array, references followed; [] for anything else. */
export function itemsOf(value: PDFObject | undefined): PDFObject[] {
  if (!(value instanceof PDFArray)) return [];
  return Array.from({ length: value.size() }, (_, i) => value.lookup(i)).filter(item => item !== undefined);
}

/** The items of an array as they stand, references not followed. */
export function rawItems(value: PDFObject | undefined): PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

/** One value or an array of them, as an array, references not followed. */
export function listOf(value: PDFObject | undefined): PDFObject[] {
  if (value instanceof PDFArray) return value.asArray();
  return value === undefined ? [] : [value];
}

/** The keys of a dictionary, without slashes. */
export function keysOf(dict: PDFDict | undefined): string[] {
  return (dict?.keys() ?? []).map(key => asName(key)!);
}

/** Words for where an object stands: its number, or the word given. */
export function placeOf(value: PDFObject | undefined, otherwise = 'direct object'): string {
  return value instanceof PDFRef ? `object ${value.objectNumber}` : otherwise;
}

/** The bytes of a stream, filters undone. */
export function bytesOf(stream: PDFStream | undefined): Uint8Array {
  if (!stream) return new Uint8Array();
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
}
