import type { Drawing, Path, PathCommand, Picture } from '../layout/drawing.ts';
import { number, rgb } from './operators.ts';

/** The name of a picture in a page's resources, the same in every export. */
export function pictureResource(imageId: string): string {
  return `Im${imageId.replace(/[^A-Za-z0-9]/g, '')}`;
}

/**
 * Draws a figure whose top left is at (x, y) in PDF coordinates. Ids of the pictures drawn are added to `pictures`. The operators
 * leave the graphics state as it was.
 */
export function paintFigure(drawings: Drawing[], x: number, y: number, pictures: Set<string>): string {
  const inside = drawings.map(drawing => paintDrawing(drawing, pictures)).join('');
  // The figure's own axes: y runs downwards, as it was laid out.
  return `q\n1 0 0 -1 ${number(x)} ${number(y)} cm\n${inside}Q\n`;
}

function paintDrawing(drawing: Drawing, pictures: Set<string>): string {
  switch (drawing.kind) {
    case 'path':
      return paintPath(drawing);
    case 'clip':
      return `q\n${outline(drawing.commands)}W n\n${drawing.inside.map(paintPath).join('')}Q\n`;
    case 'picture':
      pictures.add(drawing.imageId);
      return paintPicture(drawing);
  }
}

/** A picture's own square has its first row at y 1: it is turned over with the axes. */
function paintPicture({ imageId, x, y, width, height }: Picture): string {
  const matrix = `${number(width)} 0 0 ${number(-height)} ${number(x)} ${number(y + height)}`;
  return `q\n${matrix} cm\n/${pictureResource(imageId)} Do\nQ\n`;
}

function paintPath({ commands, fill, stroke }: Path): string {
  if (!commands.length || (!fill && !stroke)) return '';
  let state = fill ? `${rgb(fill)} rg ` : '';
  if (stroke) {
    state += `${rgb(stroke.color)} RG ${number(stroke.width)} w [${stroke.dash?.map(number).join(' ') ?? ''}] 0 d\n`;
  }
  return `${state}${outline(commands)}${fill && stroke ? 'B' : fill ? 'f' : 'S'}\n`;
}

const OPERATORS = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

function outline(commands: PathCommand[]): string {
  return commands
    .map(([name, ...operands]) => `${operands.map(number).join(' ')} ${OPERATORS[name]}\n`)
    .join('');
}
