// Says the fixed texts: fills their placeholders, and chooses the form for a number.

/** @typedef {import("./types.js").Words} Words */
/** @typedef {{[Name in keyof Words]: Words[Name] extends string ? Name : never}[keyof Words]} TextName */
/** @typedef {Exclude<keyof Words, TextName>} CountedName */

/**
 * What must be filled into a text, by its type.
 * @template {TextName} Name
 * @typedef {Words[Name] extends {filled?: infer F} ? Exclude<F, undefined> & string : never} FilledOf
 */

/**
 * @template {TextName} Name
 * @typedef {[FilledOf<Name>] extends [never] ? [] : [Record<FilledOf<Name>, string | number>]} Filling
 */

/**
 * @typedef {object} Speech
 * @property {string} lang
 * @property {<Name extends TextName>(name: Name, ...filled: Filling<Name>) => string} say
 * @property {(name: CountedName, count: number) => string} count the text for so many
 */

/**
 * @param {Words} words
 * @param {string} lang
 * @returns {Speech}
 */
export function speech(words, lang) {
  return {
    lang,
    say: (name, ...filled) => fill(words[name], filled[0] ?? {}),
    count(name, count) {
      const forms = words[name];
      const form = (count === 0 && forms.zero) || forms[plurals(lang).select(count)] || forms.other;
      return fill(form, { count });
    },
  };
}

/** @type {Map<string, Intl.PluralRules>} */
const known = new Map();

/** @param {string} lang */
function plurals(lang) {
  const rules = known.get(lang) ?? new Intl.PluralRules(lang);
  known.set(lang, rules);
  return rules;
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} filled
 */
function fill(text, filled) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(filled[name] ?? whole));
}
