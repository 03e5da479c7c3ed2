// A catalogue sentence with its figure set off: what stands between ** is strong. Never given foreign text.
export function Rich({ text }: { text: string }) {
  return (
    <>{text.split("**").map((part, index) => (index % 2 ? <strong key={`${index}${part}`}>{part}</strong> : part))}</>
  );
}

/** The sentence without its marks, for a terminal. */
export const plainText = (text: string): string => text.replaceAll("**", "").replaceAll("\u2060", "");
