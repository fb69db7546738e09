import type { PostProcessorModule } from 'i18next';

/** A pair of particles in a text, as `[은/는]`: after a final consonant, or after a vowel. */
const PAIR = /(.?)(["”’)\]]*)\[([^\]/]+)\/([^\]/]+)\]/g;

/** Digits whose Korean names end in a consonant: 영 일 삼 육 칠 팔. */
const CONSONANT_DIGITS = '013678';
/** Latin letters at whose end a Korean reader hears a consonant. */
const CONSONANT_LETTERS = 'lmn';

/** Whether a word that ends in this character ends in a consonant when read aloud in Korean. */
function endsInConsonant(character: string): boolean {
  const code = character.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) return code % 28 !== 0;
  return (CONSONANT_DIGITS + CONSONANT_LETTERS).includes(character.toLowerCase());
}

/** Chooses each particle by what stands before it. 로 follows ㄹ as it follows a vowel. */
export const chooseParticles = (text: string): string =>
  text.replace(PAIR, (_, before: string, closing: string, consonant: string, vowel: string) => {
    const rieul = consonant === '으로' && endsInRieul(before);
    return before + closing + (endsInConsonant(before) && !rieul ? consonant : vowel);
  });

/** Lets every Korean text write its particles as pairs. */
export const josa: PostProcessorModule = {
  type: 'postProcessor',
  name: 'josa',
  process: (text: string) => (text.includes('[') ? chooseParticles(text) : text),
};

function endsInRieul(character: string): boolean {
  const code = character.charCodeAt(0) - 0xac00;
  return code >= 0 && code < 11172 ? code % 28 === 8 : '178l'.includes(character.toLowerCase());
}
