import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = {
  action?: string;
  className?: string;
  /** For a form with a file, or with more text than names and values should be spelled out for. */
  encType?: "multipart/form-data";
  children: ReactNode;
};

/**
 * The address of the page itself, for a form that is sent to it: without the place in the page that a link of the error summary led to, and
 * without what was done before. A browser keeps that place through every answer, and where it has one it gives the focus to no message.
 */
export function useOwnAddress(): string {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  if (!query.has("done")) return `${pathname}${search}`;
  for (const told of ["done", "was", "run"]) query.delete(told);
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}

/** A form that changes something. Without `action` it is sent to the page it stands on. */
export function PageForm({ action, ...form }: Props) {
  return action === undefined ? <OwnPageForm {...form} /> : <PostForm action={action} {...form} />;
}

function OwnPageForm(props: Props) {
  return <PostForm action={useOwnAddress()} {...props} />;
}

function PostForm({ children, ...form }: Props) {
  return (
    <form method="post" noValidate {...form}>
      {children}
    </form>
  );
}
