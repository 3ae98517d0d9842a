interface ImportMetaEnv {
  /** Address of the script that every page loads (vite.config.ts). */
  readonly PAGE_SCRIPT: string;
}
