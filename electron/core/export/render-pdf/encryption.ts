import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PdfProtection } from '../export-resources.ts';
import { preparePassword } from './prepare-password.ts';

/** The encryption of one file: its dictionary, and what turns a string or a stream into its encrypted form. */
export interface Encryption {
  dictionary: Record<string, unknown>;
  encrypt: (bytes: Uint8Array) => Uint8Array;
}

const NOTHING = Buffer.alloc(0);

/**
 * Makes the encryption of a file: AES-256 with the standard security handler, revision 6 (ISO 32000-2, 7.6.4), which readers of
 * PDF 1.7 know as Adobe's extension level 8. Key, salts and initial vectors come from the system's random source, never from
 * content or password: two copies of one dossier must not show that they are the same, nor a guessed content be confirmed. The
 * owner's password is random and kept by nobody, so that nobody has more rights than the permissions give. XMP is encrypted
 * too: the title of a dossier is as secret as its text.
 */
export function createEncryption({ password, permissions }: PdfProtection): Encryption {
  const key = randomBytes(32);
  const user = sealKey(key, preparePassword(password), NOTHING);
  const owner = sealKey(key, randomBytes(32), user.verifier);
  const flags = permissionFlags(permissions);
  return {
    dictionary: {
      Filter: 'Standard',
      V: 5,
      R: 6,
      Length: 256,
      CF: { StdCF: { AuthEvent: 'DocOpen', CFM: 'AESV3', Length: 32 } },
      StmF: 'StdCF',
      StrF: 'StdCF',
      U: user.verifier,
      UE: user.sealedKey,
      O: owner.verifier,
      OE: owner.sealedKey,
      P: flags,
      Perms: sealPermissions(key, flags),
      EncryptMetadata: true,
    },
    encrypt: bytes => {
      const vector = randomBytes(16);
      const cipher = createCipheriv('aes-256-cbc', key, vector);
      return Buffer.concat([vector, cipher.update(bytes), cipher.final()]);
    },
  };
}

/**
 * Permission bits (ISO 32000-2, table 22): bit 3 prints and bit 12 in full quality, bit 5 copies, bit 10 (assistive
 * technology) always. Changing, annotating, filling in and assembling stay forbidden.
 */
function permissionFlags({ print, copy }: PdfProtection['permissions']): number {
  const reserved = 0xfffff0c0 & ~0x100 & ~0x400 & ~0x800;
  return reserved | 0x200 | (print ? 0x804 : 0) | (copy ? 0x10 : 0) | 0;
}

/** The entries U and UE, or O and OE (7.6.4.4.7 and 7.6.4.4.8): what proves a password, and the file's key under it. */
function sealKey(key: Buffer, password: Buffer, userVerifier: Buffer) {
  const validationSalt = randomBytes(8);
  const keySalt = randomBytes(8);
  const proof = hashPassword(password, validationSalt, userVerifier);
  const verifier = Buffer.concat([proof, validationSalt, keySalt]);
  const wrap = createCipheriv('aes-256-cbc', hashPassword(password, keySalt, userVerifier), Buffer.alloc(16));
  wrap.setAutoPadding(false);
  return { verifier, sealedKey: Buffer.concat([wrap.update(key), wrap.final()]) };
}

/** The entry Perms (7.6.4.4.9): the permissions again, under the file's key, so that they cannot be changed unseen. */
function sealPermissions(key: Buffer, flags: number): Buffer {
  const block = Buffer.alloc(16, 0xff);
  block.writeInt32LE(flags, 0);
  block.write('Tadb', 8, 'latin1');
  randomBytes(4).copy(block, 12);
  const cipher = createCipheriv('aes-256-ecb', key, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

const HASHES = ['sha256', 'sha384', 'sha512'] as const;

/** Algorithm 2.B (7.6.4.3.4): at least 64 rounds, and on until the last byte of a round allows it to end. */
function hashPassword(password: Buffer, salt: Buffer, userVerifier: Buffer): Buffer {
  let key = createHash('sha256').update(password).update(salt).update(userVerifier).digest();
  for (let round = 1; ; round++) {
    const block = Buffer.concat([password, key, userVerifier]);
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const encrypted = Buffer.concat([
      cipher.update(Buffer.concat(Array.from({ length: 64 }, () => block))),
      cipher.final(),
    ]);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(HASHES[remainder]!).update(encrypted).digest();
    if (round >= 64 && encrypted.at(-1)! <= round - 32) return key.subarray(0, 32);
  }
}
