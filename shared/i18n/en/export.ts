/** Messages of: export, the outputs of a dossier, their notices and their numbered copies, for the window and the command line. */
export const exporting = {
  'export.output.folder': 'Whole dossier',
  'export.output.speakingPages': 'Speaking pages',
  'export.output.pocketCards': 'Pocket cards',
  'export.output.onePageBrief': 'One-page brief',
  'export.output.steeringBrief': 'Steering brief',
  'export.output.handOver': 'Version to hand over',
  'export.output.share': 'Version to share',
  'export.format.pdf': 'PDF',
  'export.format.docx': 'Word',
  'export.format.html': 'HTML',
  'export.copy': 'copy {number}',
  'export.copyState.out': 'Handed out',
  'export.copyState.recalled': 'Asked back',
  'export.copyState.returned': 'Returned',
  'export.copyState.destroyed': 'Destroyed',
  'export.progress':
    '{output}{copy, select, none {} other {, copy {copy}}}, page {page, number} of {pages, number}',
  'export.progressOpen': '{output}{copy, select, none {} other {, copy {copy}}}',
  'export.notice.missingGlyphs': 'Characters that no typeface has and that are printed as □: {characters}',
  'export.notice.longerThanOnePage': 'Does not fit on one page: it takes {pages, number}. Shorten the text.',
  'export.notice.annexLeftOut':
    'The original “{name}” could not be annexed: {reason, select, encrypted {it is protected by a password} damaged {it is damaged} tooLarge {it is too large} outOfMemory {it is too complex} timeout {it is too complex} notWhatItSays {it is not a PDF} missing {it is not in the library} other {it cannot be read}}.',
  'export.notice.annexNotArchival':
    'The original “{name}” does not meet the archival standards, and with it neither does this PDF.',
  'export.notice.protectedNotArchival':
    'A PDF with a password cannot be archival: keep one without it as well.',
  'export.notice.imageProfileDropped':
    'The colour profile of “{name}” could not be read: its colours were taken as sRGB.',
  'export.notice.imageUnreadable':
    'The picture “{name}” is damaged in the library and is not printed: a line in its place says so. Add it again.',
  'export.notice.heldBack':
    '{count, plural, one {One passage or part that must not be disclosed was left out.} other {# passages or parts that must not be disclosed were left out.}}',
  'export.notice.markedOutput':
    'This version leaves the delegation and is marked “{marking}”: make sure that whoever receives it may see it.',
  'export.notice.formatNotProtected': 'The password protects PDFs: this file opens without it.',
  'export.notice.citationStyleFailed':
    'The citation style “{name}” could not be used{why, select, timeout { (it took too long)} crashed { (it brought down the program that applies it)} outOfMemory { (it needed too much memory)} other {: {why}}}. Sources are cited in the house style.',
  'export.notice.emptyOutput': 'There is nothing to print in this output: no file was written.',
} as const;
