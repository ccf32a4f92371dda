import { ellipsis, InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';

const { strong, em } = documentSchema.marks;
const { bullet_list, ordered_list, heading, blockquote, horizontal_rule, paragraph } = documentSchema.nodes;

/**
 * What typing turns into as it is typed: «- » and «1. » lists, «# » headings, «> » a quotation, «---» a rule,
 * `**…**` bold, `*…*` italics,
 * `<<` and `>>` the angular quotation marks of Spanish, «...» an ellipsis, « -- » a dash. Backspace undoes each.
 */
export function typingRules(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-•*]\s$/, bullet_list),
      wrappingInputRule(
        /^(\d{1,3})[.)]\s$/,
        ordered_list,
        match => ({ order: Number(match[1]) }),
        (match, node) => node.childCount + Number(node.attrs.order) === Number(match[1]),
      ),
      headingRule(),
      wrappingInputRule(/^>\s$/, blockquote),
      ruleRule(),
      markRule(/(?<![*\p{L}\p{N}])(\*\*)([^*\s](?:[^*]*[^*\s])?)\*\*$/u, strong),
      markRule(/(?<![*\p{L}\p{N}])(\*)([^*\s](?:[^*]*[^*\s])?)\*$/u, em),
      new InputRule(/<<$/, '«'),
      new InputRule(/>>$/, '»'),
      new InputRule(/(?<=\s)--$/, '–'),
      ellipsis,
    ],
  });
}

/** Only a paragraph becomes a heading: a caption keeps what is typed. */
function headingRule(): InputRule {
  return new InputRule(/^(#{1,3})\s$/, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const { type } = $start.parent;
    const isPlace = $start.node(-1).canReplaceWith($start.index(-1), $start.indexAfter(-1), heading);
    if (type !== paragraph || !isPlace) return null;
    return state.tr.delete(start, end).setBlockType(start, start, heading, { level: match[1]?.length ?? 1 });
  });
}

function ruleRule(): InputRule {
  return new InputRule(/^---$/, (state, _match, start) => {
    const $start = state.doc.resolve(start);
    if ($start.depth !== 1 || $start.parent.type !== paragraph) return null;
    const from = $start.before(1);
    const blocks = [horizontal_rule.create(), paragraph.create()];
    return state.tr.replaceWith(from, $start.after(1), blocks);
  });
}

/** Marks the words between two equal signs and takes the signs away; a match gives the opening sign, then the words. */
function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [all, sign = '', words = ''] = match;
    // A footnote's own text would count among the letters: places are then not where they seem.
    if (state.doc.textBetween(start, end, null, '\ufffc') !== all.slice(0, end - start)) return null;
    if (!state.doc.resolve(start).parent.type.allowsMarkType(type)) return null;
    const from = start + sign.length;
    return state.tr
      .delete(from + words.length, end)
      .delete(start, from)
      .addMark(start, start + words.length, type.create())
      .removeStoredMark(type);
  });
}
