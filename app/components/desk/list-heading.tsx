import { ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { DoneBanner } from "./done-banner.tsx";

type Way = { href: string; text: string };

/**
 * The head of a list that the desk keeps: what was just done, the title, and the ways from here.
 *
 * @param beside the list that belongs to this one
 * @param add the form for a new row; false for those who only read
 */
export function ListHeading({
  title,
  about,
  beside,
  add,
}: {
  title: string;
  about: string;
  beside?: Way;
  add: Way | false;
}) {
  return (
    <>
      <DoneBanner />
      <DeskHeading
        title={title}
        about={about}
        actions={
          <>
            {beside && (
              <ButtonLink href={beside.href} variant="outline">
                {beside.text}
              </ButtonLink>
            )}
            {add && (
              <ButtonLink href={add.href} icon="plus">
                {add.text}
              </ButtonLink>
            )}
          </>
        }
      />
    </>
  );
}
