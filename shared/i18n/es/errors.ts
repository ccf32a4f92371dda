/** What went wrong, what was kept, what to do. `{file}` is a file's name. */
export const errors = {
  'error.invalidInput': 'El programa recibió un dato que no entiende. No se ha cambiado nada.',
  'error.notFound': 'Lo que busca ya no está en la biblioteca. Puede que esté en la papelera.',
  'error.conflict':
    'Este texto cambió en otra ventana. Su versión no se ha perdido: cópiela, vuelva a cargar la parte y péguela.',
  'error.noLibrary': 'No hay ninguna biblioteca abierta. Cree una o abra la suya.',
  'error.libraryInUse':
    'La biblioteca «{file}» ya está abierta en otro programa{holder, select, none {} other { ({holder})}}. Ciérrela allí y vuelva a intentarlo.',
  'error.wrongPassword':
    'La contraseña no abre «{file}». Compruebe mayúsculas y teclado, y vuelva a intentarlo.',
  'error.notALibrary': '«{file}» no es una biblioteca de Valija. Elija un archivo .valija.',
  'error.newerLibrary':
    '«{file}» se hizo con una versión más reciente de Valija. Actualice el programa para abrirla; el archivo no se ha tocado.',
  'error.libraryDamaged':
    '«{file}» está dañada y no se puede abrir con seguridad. No se ha cambiado: abra su última copia de seguridad.',
  'error.readOnly':
    'No se puede escribir en «{file}»: la carpeta o el archivo son de solo lectura. Elija otra carpeta.',
  'error.folderMissing':
    'No se puede guardar «{file}»: esa carpeta no existe o ya no está conectada. Elija otra carpeta.',
  'error.diskFull':
    'No queda sitio en el disco para «{file}». Lo que ya estaba guardado sigue intacto: libere espacio y vuelva a intentarlo.',
  'error.fileBusy':
    'No se puede reemplazar «{file}»: está abierto en otro programa o es de solo lectura, y sigue como estaba. Ciérrelo y vuelva a intentarlo, o elija otro nombre.',
  'error.fileExists': 'Ya existe un archivo «{file}». Elija otro nombre.',
  'error.unreadable': 'No se puede leer «{file}». Compruebe que existe y que tiene permiso para abrirlo.',
  'error.empty': '«{file}» está vacío. Vuelva a descargarlo o pida una copia.',
  'error.tooLarge':
    '{picture, select, yes {«{file}» tiene {megapixels, number} millones de píxeles; el límite es {limitMegapixels, number}. Redúzcala en un programa de imágenes y vuelva a añadirla.} other {«{file}» es demasiado grande (el límite es {limitMb, number} MB). Divídalo o importe solo la parte que necesita.}}',
  'error.notWhatItSays':
    '«{file}» no es lo que dice su nombre: por dentro parece {looksLike}. Cambie la extensión o pida el original.',
  'error.encrypted': '«{file}» está protegido con contraseña. Guarde una copia sin contraseña e impórtela.',
  'error.damaged': '«{file}» está dañado o incompleto. Vuelva a descargarlo o pida otra copia.',
  'error.unsupported':
    '{picture, select, yes {Valija no puede usar la imagen «{file}»: parece {looksLike}. Ábrala en un programa de imágenes, guárdela como JPEG o PNG y añada esa copia.} other {Valija no puede abrir «{file}». Importa PDF, DOCX, HTML, TXT y Markdown.}}',
  'error.timeout':
    'La lectura de «{file}» tardó demasiado y se detuvo. Los demás archivos no se ven afectados.',
  'error.outOfMemory':
    'La lectura de «{file}» pedía demasiada memoria y se detuvo. Los demás archivos no se ven afectados.',
  'error.crashed':
    'La lectura de «{file}» falló. Los demás archivos no se ven afectados; el archivo puede estar dañado.',
  'error.cancelled': 'Cancelado. No queda nada a medias.',
  'error.themeUnknown': 'No hay ningún tema tipográfico «{theme}». Elija otro.',
  'error.themeUnreadable': 'El tema tipográfico «{theme}» no se puede usar: {why}',
  'error.fontsUnreadable':
    'Faltan tipos de letra del programa o no se pueden leer. Vuelva a instalarlo; lo guardado está a salvo.',
  'error.passwordUnusable': 'La contraseña tiene caracteres que un PDF no admite. Elija otra.',
  'error.styleBroken':
    '{line, select, 0 {«{file}» es un estilo de citas que no se deja usar: el programa lo probó y no terminó.} other {«{file}» no es un estilo de citas correcto: error en la línea {line}, columna {column} («{why}»).}} No se guardó. Vuelva a descargarlo, o pida a quien lo hizo que lo corrija.',
  'error.styleDependent':
    '«{file}» no contiene un estilo de citas: solo remite a otro ({parent}). Descargue ese y añádalo.',
  'error.quoteNotFound': 'Esas palabras no aparecen literalmente en la fuente.',
  'error.quoteNotVerified': 'El extracto ya no coincide con su fuente. Revíselo antes de seguir.',
  'error.tokenUnknown': 'El programa ya no tiene permiso para ese archivo. Vuelva a elegirlo.',
  'error.forbidden': 'Esta acción no está permitida.',
  'error.coreLost':
    'El motor de la biblioteca se detuvo y se ha reiniciado. Lo guardado está a salvo: abra de nuevo la biblioteca.',
  'error.internal':
    'Algo falló dentro del programa. Lo guardado está a salvo; el registro tiene los detalles.',
} as const;
