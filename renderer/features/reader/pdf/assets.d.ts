declare module '*?url' {
  const url: string;
  export default url;
}
interface ImportMeta {
  /** Vite's own, for files that are bundled by their pattern. */
  glob<T>(
    pattern: string | readonly string[],
    options: { eager: true; query: string; import: 'default' },
  ): Record<string, T>;
}
