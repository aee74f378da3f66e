declare module "fastscan" {
  export default class FastScanner {
    constructor(words: readonly string[]);
    search(text: string): [start: number, word: string][];
  }
}

declare module "flashtext.js" {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string, cleanName: string): void;
    extractKeywords(sentence: string): string[];
  }
}
