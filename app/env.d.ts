interface ImportMetaEnv {
  /** Address of the script that every page loads (vite.config.ts). */
  readonly PAGE_SCRIPT: string;
}

/** Short names of the built style sheets' classes (vite.config.ts). */
declare module "virtual:class-names" {
  const names: Readonly<Record<string, string>>;
  export default names;
}
