/** What went wrong, what was kept, what to do. `{file}` is a file's name. */
export const errors = {
  'error.invalidInput': 'The program was given something it does not understand. Nothing was changed.',
  'error.notFound': 'What you are looking for is no longer in the library. It may be in the trash.',
  'error.conflict':
    'This text was changed in another window. Your version is not lost: copy it, reload the part and paste it.',
  'error.noLibrary': 'No library is open. Create one or open yours.',
  'error.libraryInUse':
    'The library “{file}” is already open in another program{holder, select, none {} other { ({holder})}}. Close it there and try again.',
  'error.wrongPassword': 'The password does not open “{file}”. Check capitals and keyboard, and try again.',
  'error.notALibrary': '“{file}” is not a Valija library. Choose a .valija file.',
  'error.newerLibrary':
    '“{file}” was made by a newer version of Valija. Update the program to open it; the file was not touched.',
  'error.libraryDamaged':
    '“{file}” is damaged and cannot be opened safely. It was not changed: open your latest backup.',
  'error.readOnly': '“{file}” cannot be written: the folder or the file is read-only. Choose another folder.',
  'error.folderMissing':
    '“{file}” cannot be saved: that folder does not exist or is no longer connected. Choose another folder.',
  'error.diskFull':
    'There is no room on the disk for “{file}”. What was saved is intact: free some space and try again.',
  'error.fileBusy':
    '“{file}” cannot be replaced: it is open in another program or read-only, and is as it was. Close it and try again, or choose another name.',
  'error.fileExists': 'A file “{file}” already exists. Choose another name.',
  'error.unreadable': '“{file}” cannot be read. Check that it exists and that you may open it.',
  'error.empty': '“{file}” is empty. Download it again or ask for a copy.',
  'error.tooLarge':
    '{picture, select, yes {“{file}” has {megapixels, number} million pixels; the limit is {limitMegapixels, number}. Make it smaller in a picture program and add it again.} other {“{file}” is too large (the limit is {limitMb, number} MB). Split it or import only the part you need.}}',
  'error.notWhatItSays':
    '“{file}” is not what its name says: inside it looks like {looksLike}. Change its ending or ask for the original.',
  'error.encrypted': '“{file}” is protected by a password. Save a copy without it and import that.',
  'error.damaged': '“{file}” is damaged or incomplete. Download it again or ask for another copy.',
  'error.unsupported':
    '{picture, select, yes {Valija cannot use the picture “{file}”: it looks like {looksLike}. Open it in a picture program, save it as JPEG or PNG and add that copy.} other {Valija cannot open “{file}”. It imports PDF, DOCX, HTML, TXT and Markdown.}}',
  'error.timeout': 'Reading “{file}” took too long and was stopped. The other files are not affected.',
  'error.outOfMemory':
    'Reading “{file}” asked for too much memory and was stopped. The other files are not affected.',
  'error.crashed': 'Reading “{file}” failed. The other files are not affected; the file may be damaged.',
  'error.cancelled': 'Cancelled. Nothing is left half done.',
  'error.themeUnknown': 'There is no typographic theme “{theme}”. Choose another.',
  'error.themeUnreadable': 'The typographic theme “{theme}” cannot be used: {why}',
  'error.fontsUnreadable':
    'Typefaces of the program are missing or cannot be read. Install it again; what was saved is safe.',
  'error.passwordUnusable': 'The password has characters that a PDF does not take. Choose another.',
  'error.styleBroken':
    '{line, select, 0 {“{file}” is a citation style that cannot be used: the program tried it and it came to no end.} other {“{file}” is not a correct citation style: error in line {line}, column {column} (“{why}”).}} It was not kept. Download it again, or ask whoever made it to mend it.',
  'error.styleDependent':
    '“{file}” contains no citation style: it only refers to another ({parent}). Download that one and add it.',
  'error.quoteNotFound': 'Those words do not appear verbatim in the source.',
  'error.quoteNotVerified': 'The excerpt no longer matches its source. Review it before going on.',
  'error.tokenUnknown': 'The program no longer has leave to use that file. Choose it again.',
  'error.forbidden': 'This action is not allowed.',
  'error.coreLost':
    'The library engine stopped and was started again. What was saved is safe: open the library again.',
  'error.internal': 'Something failed inside the program. What was saved is safe; the log has the details.',
} as const;
