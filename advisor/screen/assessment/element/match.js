// Finds what fits a few typed words. A label or a synonym may be all that was typed: "Ireland" is not first of all
// Northern Ireland. Else a word fits exactly, as a beginning, or, if nothing else fits, with a typing error.
// Never in the middle of a word: "USA" must not find Russia, nor "UK" South Korea.

/** How a typed word fits: the smaller, the better. */
const WHOLE = -1;
const EXACT = 0;
const BEGINNING = 1;
const ERROR = 2;
const NOT = 3;

/**
 * Where a word stands: a hit in the label counts before one in a synonym, and that before one in the hint.
 * @typedef {{word: string, place: number}} Known
 */

/**
 * `whole`: each text in one piece, and where it stands.
 * @template Item
 * @typedef {{item: Item, known: Known[], whole: Map<string, number>}} Entry
 */

/**
 * Words without accents, case and punctuation: "Côte d’Ivoire" gives cote, divoire; "U.S." gives us.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/\p{M}|[.'’]/gu, "").toLowerCase().replaceAll("ß", "ss");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What is searched: texts in the order of their weight, several of the same weight as a list.
 * @template Item
 * @param {Item} item
 * @param {(string | string[])[]} texts
 * @returns {Entry<Item>}
 */
export function entry(item, ...texts) {
  const read = texts.flatMap((text, place) => [text].flat().map((part) => ({ words: wordsOf(part), place })));
  const known = read.flatMap(({ words, place }) => {
    // "Viet Nam" is found by "vietnam", and "e-mail" by "email".
    const pairs = words.slice(1).map((word, at) => words[at] + word);
    return [...words, ...pairs].map((word) => ({ word, place }));
  });
  return { item, known, whole: new Map(read.reverse().map(({ words, place }) => [words.join(" "), place])) };
}

/**
 * What is worked out when it is first asked for: most lists are never searched.
 * @template Value
 * @param {() => Value} make
 * @returns {() => Value}
 */
export function once(make) {
  /** @type {{value: Value} | undefined} */
  let made;
  return () => (made ??= { value: make() }).value;
}

/**
 * The items that every typed word fits, best first; those with a typing error only if there are no others.
 * @template Item
 * @param {Entry<Item>[]} entries
 * @param {string} typed
 * @returns {Item[]}
 */
export function find(entries, typed) {
  const words = wordsOf(typed);
  if (!words.length) return [];
  const ways = words.length > 1 ? [words, [words.join("")]] : [words];
  const found = entries
    .map(({ item, known, whole }) => {
      const place = whole.get(words.join(" "));
      return { item, ...(place === undefined ? best(ways.map((way) => fitAll(way, known))) : { fit: WHOLE, place }) };
    })
    .filter(({ fit }) => fit < NOT);
  const sure = found.filter(({ fit }) => fit < ERROR);
  return (sure.length ? sure : found).sort((a, b) => a.fit - b.fit || a.place - b.place).map(({ item }) => item);
}

/**
 * @param {{fit: number, place: number}[]} fits
 */
function best(fits) {
  return fits.reduce((a, b) => (b.fit < a.fit ? b : a));
}

/**
 * @param {string[]} words
 * @param {Known[]} known
 */
function fitAll(words, known) {
  const each = words.map((word) => fitOne(word, known));
  return { fit: Math.max(...each.map(({ fit }) => fit)), place: each.reduce((sum, { place }) => sum + place, 0) };
}

/**
 * @param {string} typed
 * @param {Known[]} known
 */
function fitOne(typed, known) {
  let found = { fit: NOT, place: 0 };
  for (const { word, place } of known) {
    const fit = fitOf(typed, word);
    if (fit < found.fit || (fit === found.fit && place < found.place)) found = { fit, place };
  }
  return found;
}

/**
 * How a typed word fits a known one.
 * @param {string} typed
 * @param {string} word
 */
export function fitOf(typed, word) {
  if (typed === word) return EXACT;
  if (word.startsWith(typed)) return BEGINNING;
  const allowed = typed.length < 5 ? 0 : typed.length < 9 ? 1 : 2;
  return allowed && distanceToBeginning(typed, word, allowed) <= allowed ? ERROR : NOT;
}

/**
 * Fewest insertions, deletions, replacements and swaps of neighbours (Damerau and Levenshtein) that make the typed
 * word a beginning of the other.
 * @param {string} typed
 * @param {string} word
 * @param {number} [most] nobody asks for more than this
 */
export function distanceToBeginning(typed, word, most = Infinity) {
  if (typed.length - word.length > most) return typed.length - word.length;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const differs = typed[i - 1] === word[j - 1] ? 0 : 1;
      let steps = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + differs);
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) steps = Math.min(steps, at(before, j - 2) + 1);
      next.push(steps);
    }
    [before, row] = [row, next];
  }
  return Math.min(...row);
}

/** @type {(row: number[], index: number) => number} */
const at = (row, index) => row[index] ?? Infinity;

/**
 * The items that a sentence speaks of, best first: a rare word counts for more than one that stands everywhere.
 * @template Item
 * @param {Entry<Item>[]} entries
 * @param {string} sentence
 * @param {number} most
 * @returns {Item[]}
 */
export function suggest(entries, sentence, most) {
  const words = telling(sentence);
  const scores = entries.map(() => 0);
  for (const word of words) {
    const fits = entries.map(({ known }) => fitOne(word, known));
    const closest = Math.min(...fits.map(({ fit }) => fit));
    const hits = fits.filter(({ fit }) => fit <= closest).length;
    if (closest === NOT || hits > Math.max(3, entries.length / 4)) continue;
    fits.forEach(({ fit, place }, at) => {
      if (fit === closest) scores[at] = (scores[at] ?? 0) + 1 / hits / (1 + place) / (1 + fit);
    });
  }
  return entries
    .map(({ item }, at) => ({ item, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

/**
 * The words of a sentence that say something: of the short ones only those in capitals, such as UK.
 * @param {string} sentence
 */
function telling(sentence) {
  const parts = sentence.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’]*/gu) ?? [];
  return [...new Set(parts.flatMap((part) => (part.length > 3 || /^[\p{Lu}\p{N}.]+$/u.test(part) ? wordsOf(part) : [])))];
}
