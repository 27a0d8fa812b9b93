/** The words for 0 to 12 in English, by their number. */
export const englishNumbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/** The words for 0 to 12 in German, by their number. */
export const germanNumbers = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
/** The signs for 0 to 10 in Chinese, by their number. */
export const chineseNumbers = [..."零一二三四五六七八九十"];
