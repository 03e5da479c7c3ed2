// A file made here, saved where the browser saves its downloads; nothing is sent anywhere.

/** Offers `text`, or its parts, as a download named `name`. `type`: its media type. */
export function saveFile(name: string, text: string | string[], type: string): void {
  const address = URL.createObjectURL(new Blob([text].flat(), { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; kept for ever it would keep the text in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The text of a file a person chose; rejects where it is larger than `most` bytes or cannot be read. */
export async function textOfFile(file: File, most: number): Promise<string> {
  if (file.size > most) throw new RangeError("too big");
  return file.text();
}
