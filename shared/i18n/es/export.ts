/** Messages of: export, the outputs of a dossier, their notices and their numbered copies, for the window and the command line. */
export const exporting = {
  'export.output.folder': 'Carpeta completa',
  'export.output.speakingPages': 'Páginas para hablar',
  'export.output.pocketCards': 'Tarjetas de bolsillo',
  'export.output.onePageBrief': 'Resumen de una página',
  'export.output.steeringBrief': 'Nota de síntesis',
  'export.output.handOver': 'Versión para entregar',
  'export.output.share': 'Versión para compartir',
  'export.format.pdf': 'PDF',
  'export.format.docx': 'Word',
  'export.format.html': 'HTML',
  'export.copy': 'ejemplar {number}',
  'export.copyState.out': 'Entregado',
  'export.copyState.recalled': 'Reclamado',
  'export.copyState.returned': 'Devuelto',
  'export.copyState.destroyed': 'Destruido',
  'export.progress':
    '{output}{copy, select, none {} other {, ejemplar {copy}}}, página {page, number} de {pages, number}',
  'export.progressOpen': '{output}{copy, select, none {} other {, ejemplar {copy}}}',
  'export.notice.missingGlyphs':
    'Caracteres que no están en ninguna fuente tipográfica y salen como □: {characters}',
  'export.notice.longerThanOnePage': 'No cabe en una página: ocupa {pages, number}. Acorte el texto.',
  'export.notice.annexLeftOut':
    'El original «{name}» no se pudo anexar: {reason, select, encrypted {está protegido con contraseña} damaged {está dañado} tooLarge {es demasiado grande} outOfMemory {es demasiado complejo} timeout {es demasiado complejo} notWhatItSays {no es un PDF} missing {no está en la biblioteca} other {no se puede leer}}.',
  'export.notice.annexNotArchival':
    'El original «{name}» no cumple las normas de archivo, y con él tampoco este PDF.',
  'export.notice.protectedNotArchival':
    'Un PDF con contraseña no puede ser de archivo: guarde además uno sin ella.',
  'export.notice.imageProfileDropped':
    'El perfil de color de «{name}» no se pudo leer: sus colores se tomaron como sRGB.',
  'export.notice.imageUnreadable':
    'La imagen «{name}» está dañada en la biblioteca y no sale: en su lugar hay una línea que lo dice. Añádala de nuevo.',
  'export.notice.heldBack':
    '{count, plural, one {Se dejó fuera un pasaje o una parte que no debe divulgarse.} other {Se dejaron fuera # pasajes o partes que no deben divulgarse.}}',
  'export.notice.markedOutput':
    'Esta versión sale de la delegación y lleva la marca «{marking}»: compruebe que quien la recibe puede verla.',
  'export.notice.formatNotProtected': 'La contraseña protege los PDF: este archivo se abre sin ella.',
  'export.notice.citationStyleFailed':
    'El estilo de citas «{name}» no se pudo usar{why, select, timeout { (tardaba demasiado)} crashed { (hizo fallar al programa que lo aplica)} outOfMemory { (necesitaba demasiada memoria)} other {: {why}}}. Las fuentes se citan en el estilo de la casa.',
  'export.notice.emptyOutput': 'No hay nada que imprimir en esta salida: no se escribió ningún archivo.',
} as const;
