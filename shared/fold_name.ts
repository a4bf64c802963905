/** Letters that Unicode does not take apart into a plain one and an accent. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * A name as people may type it: in small letters, without accents and
 * apostrophes, and with a space for all else that is no letter or digit.
 */
export function foldName(name: string): string {
  return name.normalize("NFKD").toLowerCase()
    .replaceAll(/[\p{M}'’‘ʼ`]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(/[ßæøœłđðþı]/g, (letter) => PLAIN[letter]!)
    .trim();
}
