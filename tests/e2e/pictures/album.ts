import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';
import { Failure, type Result } from '../../../shared/contract/result.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { Driver } from '../driver.ts';

/** The pictures of one language and theme, numbered in the order they are taken. */
export class Album {
  readonly driver: Driver;
  readonly folder: string;
  #count = 0;

  constructor(driver: Driver, folder: string) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Takes the present screen once its letters are there and nothing moves; pixels as on the screen. */
  async take(name: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const { page } = this.driver;
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    this.#count++;
    const path = join(this.folder, `${String(this.#count).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
  }

  /** Lets no tooltip and no hovering show. */
  async moveAside(): Promise<void> {
    await this.driver.page.mouse.move(2, 2);
    await this.driver.page.getByRole('tooltip').waitFor({ state: 'detached' });
  }

  /** Asks the core what the window would ask it; throws {@link Failure}. */
  async ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const result = (await this.driver.app.shell.door(name, input)) as Result<CallOutput<N>>;
    if (!result.ok)
      throw new Failure(result.error.code, result.error.details, `${name}: ${result.error.code}`);
    return result.value;
  }

  /** Starts a job and waits for its end, half a minute at most. */
  async run(start: Promise<{ jobId: string }>): Promise<Job> {
    const { jobId } = await start;
    for (let tries = 0; tries < 300; tries++) {
      const job = await this.ask('jobs.get', { id: jobId });
      if (job.state !== 'running') return job;
      await this.driver.page.waitForTimeout(100);
    }
    throw new Error(`job ${jobId} does not end`);
  }
}
