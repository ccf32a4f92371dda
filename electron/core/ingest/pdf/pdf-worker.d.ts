/** pdf.js's worker as a module; the package ships no types for it. Loaded in this process, it listens at the port it is given. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: object): void };
}
