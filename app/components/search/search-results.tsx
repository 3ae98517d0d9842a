import { commentAnchor } from "#app/components/reading/conversation.tsx";
import { Day } from "#app/components/reading/day.tsx";
import { KindChip } from "#app/components/reading/proposal-badges.tsx";
import { useText } from "#app/components/text.tsx";
import type { FoundComment, SearchResults } from "#app/domain/search/queries/search-published.server.ts";
import type { SnippetPart } from "#app/domain/search/snippet.ts";
import { mostResults } from "#app/domain/shared/search-query.ts";
import { paths } from "#app/routes/paths.ts";
import { languageOf } from "#app/ui/language-of.ts";
import { Section } from "#app/ui/layout.tsx";
import { CitingSentence, OwnWords } from "#app/ui/own-words.tsx";
import { type Resource, ResourceList } from "#app/ui/resource-list.tsx";

/** Found by kind: themes and desks first, as they lead to people who can help; then proposals and comments. */
export function SearchResultsView({ results }: { results: SearchResults }) {
  const { t, path } = useText();
  return (
    <>
      <Group
        id="themes"
        title={t("public:search.themes", { n: results.themes.length })}
        items={results.themes.map((theme) => ({
          href: path(paths.theme(theme.slug)),
          title: `${theme.numeral} ${theme.title}`,
          about: <Marked parts={theme.lead} />,
        }))}
      />
      <Group
        id="desks"
        title={t("public:search.desks", { n: results.desks.length })}
        items={results.desks.map((desk) => ({
          href: path(paths.contactDesk(desk.slug)),
          title: t("public:desk", { section: desk.section, name: desk.name }),
          about: <Marked parts={desk.duty} />,
          meta: [desk.phone],
          icon: "phone",
        }))}
      />
      <Group
        id="proposals"
        title={title("proposals")}
        more={results.more.proposals}
        items={results.proposals.map((proposal) => ({
          href: path(paths.proposal(proposal.number)),
          title: <Marked parts={proposal.title} />,
          about: <Marked parts={proposal.body} />,
          badges: <KindChip kind={proposal.kind} />,
          meta: [
            proposal.theme,
            <OwnWords key="author">{proposal.author ?? t("common:anonymous")}</OwnWords>,
            <Day key="day" at={proposal.publishedAt} form="short" />,
          ],
        }))}
      />
      <Group
        id="comments"
        title={title("comments")}
        more={results.more.comments}
        items={results.comments.map((comment) => ({
          href: commentHref(comment),
          title: commentTitle(comment),
          about: <Marked parts={comment.body} />,
          meta: [
            <OwnWords key="author">{comment.author ?? t("common:anonymous")}</OwnWords>,
            <Day key="day" at={comment.publishedAt} form="short" />,
          ],
          icon: "bubble",
        }))}
      />
    </>
  );

  function title(group: "proposals" | "comments") {
    return t(`public:search.${group}${results.more[group] ? "Many" : ""}`, { n: results[group].length });
  }

  function commentHref({ on, number }: FoundComment) {
    const page = on.proposal ? paths.proposal(on.proposal.number) : paths.theme(on.theme.slug);
    return `${path(page)}#${commentAnchor(number)}`;
  }

  function commentTitle({ on }: FoundComment) {
    if (!on.proposal) return t("public:search.onTheme", { title: on.theme.title });
    const { title } = on.proposal;
    return <CitingSentence sentence={t("public:search.onProposal", { title })} words={title} />;
  }
}

function Group({
  id,
  title,
  items,
  more = false,
}: {
  id: string;
  title: string;
  items: readonly Resource[];
  more?: boolean;
}) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ResourceList items={items} />
      {more && <p className="text-ink-soft">{t("public:search.more", { n: mostResults })}</p>}
    </Section>
  );
}

/** A text with the words looked for in it marked. */
function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <bdi lang={languageOf(parts.map(({ text }) => text).join(""))}>
      {parts.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
        part.isMatch ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </bdi>
  );
}
