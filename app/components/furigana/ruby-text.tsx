import { Fragment } from "react";
import type { Part } from "#app/domain/furigana/furigana.ts";

/** A text with its readings above the kanji. */
export function RubyText({ parts }: { parts: readonly Part[] }) {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += (typeof part === "string" ? part : part[0]).length;
    if (typeof part === "string") return <Fragment key={key}>{part}</Fragment>;
    return (
      <ruby key={key}>
        {part[0]}
        <rp>(</rp>
        <rt>{part[1]}</rt>
        <rp>)</rp>
      </ruby>
    );
  });
}
