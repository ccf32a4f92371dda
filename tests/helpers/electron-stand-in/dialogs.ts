/** The system's dialogs: what they were asked, and what the test answers next. */
export interface StandInDialogs {
  asked: Record<string, unknown>[];
  answerOpen: { canceled: boolean; filePaths: string[] };
  answerSave: { canceled: boolean; filePath: string };
  /** Index of the button that is pressed. */
  answerMessage: number;
  module: Record<string, unknown>;
}

/** Makes dialogs that are cancelled until a test says otherwise. */
export function createDialogs(): StandInDialogs {
  const dialogs: StandInDialogs = {
    asked: [],
    answerOpen: { canceled: true, filePaths: [] },
    answerSave: { canceled: true, filePath: '' },
    answerMessage: 0,
    module: {
      showMessageBox: async (_window: unknown, options: Record<string, unknown>) => {
        dialogs.asked.push(options);
        return { response: dialogs.answerMessage };
      },
      showOpenDialog: async (_window: unknown, options: Record<string, unknown>) => {
        dialogs.asked.push(options);
        return dialogs.answerOpen;
      },
      showSaveDialog: async (_window: unknown, options: Record<string, unknown>) => {
        dialogs.asked.push(options);
        return dialogs.answerSave;
      },
    },
  };
  return dialogs;
}
