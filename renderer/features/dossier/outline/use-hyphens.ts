/// <reference path="../../../../shared/document/hyphen.d.ts" />
import { useEffect, useState } from 'react';
import type { Language } from '../../../../shared/model/common.ts';

type Divide = (words: string) => string;

/** Shorter words find room in the narrowest outline. */
const MIN_LETTERS = 7;

const loaders = {
  es: () => import('hyphen/es/index.js'),
  en: () => import('hyphen/en/index.js'),
};

/** Puts soft hyphens where a language divides its words: `hyphens: auto` does nothing where the browser brings no dictionary. */
export function useHyphens(language: Language): Divide {
  const [divide, setDivide] = useState<Divide>(() => asTheyAre);
  useEffect(() => {
    let isCurrent = true;
    void loaders[language]().then(({ default: patterns }) => {
      const options = { hyphenChar: '\u00ad', minWordLength: MIN_LETTERS };
      if (isCurrent) setDivide(() => (words: string) => patterns.hyphenateSync(words, options));
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return divide;
}

const asTheyAre: Divide = words => words;
