/**
 * Where a command's words go: people read lines on standard output and progress on standard error; with `--json`
 * standard output is one JSON value and nothing else.
 */
export class Output {
  readonly json: boolean;
  #progressShown = false;

  constructor(json: boolean) {
    this.json = json;
  }

  /** A line for people; silent with `--json`. */
  line(text: string): void {
    if (!this.json) process.stdout.write(`${text}\n`);
  }

  /** The command's result as JSON; silent without `--json`. */
  value(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Progress of long work, redrawn in place on a terminal, silent elsewhere. */
  progress(done: number, total: number, label: string): void {
    if (!process.stderr.isTTY) return;
    const count = total > 0 ? `${done}/${total}` : `${done}`;
    process.stderr.write(`\r\x1b[2K${count} ${label}`.slice(0, 200));
    this.#progressShown = true;
  }

  /** Clears the progress line. */
  endProgress(): void {
    if (this.#progressShown) process.stderr.write('\r\x1b[2K');
    this.#progressShown = false;
  }

  /** A line about what went wrong, on standard error. */
  error(text: string): void {
    process.stderr.write(`${text}\n`);
  }
}
