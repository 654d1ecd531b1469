declare module '@citation-js/core' {
  export const Cite: {
    async: (text: string, options: { forceType: string }) => Promise<{ data: unknown[] }>;
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
