import { Icon } from "./icon.tsx";
import { Container } from "./layout.tsx";

/**
 * The city's urgent notice, above everything on every page: a danger, a service that does not work. Never for news; those who see it every
 * day stop reading it. `label` names the kind (「緊急のお知らせ」), `link` leads to more.
 */
export function EmergencyBanner({
  label,
  text,
  link,
}: {
  label: string;
  text: string;
  link?: { href: string; label: string };
}) {
  return (
    <section aria-label={label} className="border-b-4 border-error-line bg-error-soft py-4 text-ink">
      <Container>
        <div className="flex gap-3">
          <Icon name="warning" className="mt-[0.1em] size-7 text-error" />
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <p className="font-bold text-error">{label}</p>
            <p dir="auto" className="max-w-reading font-bold whitespace-pre-wrap">
              {text}
            </p>
            {link !== undefined && (
              <p>
                <a href={link.href} className="inline-flex min-h-11 items-center gap-1.5 font-bold">
                  {link.label}
                  <Icon name="arrow-right" />
                </a>
              </p>
            )}
          </div>
        </div>
      </Container>
    </section>
  );
}
