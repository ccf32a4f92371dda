/** pdf.js's worker as a module; the package ships no types for it. Loaded in this process, it is handed to pdf.js as it is. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
