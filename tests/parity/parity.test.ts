import { expect, test } from 'vitest';
import { coreCalls } from '../../shared/contract/contract.ts';
import { callCore, callElectron, callLoopback, type ParityCaller } from './callers.ts';
import { playScript, type Step } from './play-script.ts';

async function playOn(open: () => Promise<ParityCaller>): Promise<Step[]> {
  const caller = await open();
  try {
    return await playScript(caller);
  } finally {
    await caller.close();
  }
}

test('every call of the contract gives the same answer through the core, the loopback server and Electron', async () => {
  const direct = await playOn(callCore);
  expect(new Set(direct.map(step => step.name).filter(name => name !== 'no.such.call'))).toEqual(
    new Set(Object.keys(coreCalls)),
  );
  const succeeded = new Set(
    direct.filter(step => (step.answer as { ok: boolean }).ok).map(step => step.name),
  );
  expect(Object.keys(coreCalls).filter(name => !succeeded.has(name))).toEqual([]);
  // A bug would be the same everywhere and still a bug.
  expect(direct.filter(step => JSON.stringify(step.answer).includes('"code":"internal"'))).toEqual([]);
  const [loopback, electron] = [await playOn(callLoopback), await playOn(callElectron)];
  for (const [index, step] of direct.entries()) {
    expect({ step: index, ...loopback[index] }).toEqual({ step: index, ...step });
    expect({ step: index, ...electron[index] }).toEqual({ step: index, ...step });
  }
}, 120_000);

test('both shells browse, save and refuse alike', async () => {
  const answers = [];
  for (const open of [callLoopback, callElectron]) {
    const caller = await open();
    const folder = await caller.grant('/');
    const own = (await caller.call('shell.browse', { folder: null, purpose: 'pdf' })) as {
      value: { location: string };
    };
    const refused = await Promise.all([
      caller.call('shell.browse', { folder: 'a token of nobody', purpose: 'pdf' }),
      caller.call('shell.saveIn', { folder, name: '../x.pdf' }),
      caller.call('shell.saveIn', { folder, name: '' }),
      caller.call('shell.openFile', { file: 'a token of nobody' }),
      caller.call('shell.openFile', {}),
    ]);
    const saved = (await caller.call('shell.saveIn', { folder, name: 'dossier.pdf' })) as {
      value: { file: object };
    };
    answers.push({
      location: own.value.location,
      refused,
      saved: { ...saved.value, file: { ...saved.value.file, file: '' } },
    });
    await caller.close();
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.saved).toMatchObject({ exists: false, file: { name: 'dossier.pdf', size: 0 } });
  const codes = answers[0]?.refused.map(answer => (answer as { error: { code: string } }).error.code);
  expect(codes).toEqual(['tokenUnknown', 'invalidInput', 'invalidInput', 'tokenUnknown', 'invalidInput']);
});
