/** What a {@link PreviewLoop} needs: how to make a preview, and whom to give it. */
export interface PreviewLoopOptions<Draft, Preview> {
  render(draft: Draft): Promise<Preview>;
  onPreview(preview: Preview): void;
  onFailure(error: unknown): void;
  onBusy(busy: boolean): void;
}

/** Makes previews one at a time: while one is made only the newest wish waits, and older ones are forgotten. */
export class PreviewLoop<Draft, Preview> {
  readonly #options: PreviewLoopOptions<Draft, Preview>;
  #wish: { draft: Draft } | null = null;
  #running = false;
  #ended = false;

  constructor(options: PreviewLoopOptions<Draft, Preview>) {
    this.#options = options;
  }

  /** Wishes for a preview of this draft; it begins before this returns, unless one is being made. */
  request(draft: Draft): void {
    if (this.#ended) return;
    this.#wish = { draft };
    if (!this.#running) void this.#run();
  }

  /** Ends the loop: what is under way is thrown away. */
  end(): void {
    this.#ended = true;
  }

  async #run(): Promise<void> {
    const wish = this.#wish;
    if (!wish || this.#ended) return;
    this.#wish = null;
    this.#running = true;
    this.#options.onBusy(true);
    try {
      const preview = await this.#options.render(wish.draft);
      if (!this.#ended) this.#options.onPreview(preview);
    } catch (error) {
      if (!this.#ended) this.#options.onFailure(error);
    }
    this.#running = false;
    if (this.#ended) return;
    if (this.#wish) await this.#run();
    else this.#options.onBusy(false);
  }
}
