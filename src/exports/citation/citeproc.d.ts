declare module 'citeproc' {
  interface System {
    retrieveLocale: (language: string) => string;
    retrieveItem: (id: string) => object;
    variableWrapper: (
      params: { variableNames: string[] },
      before: string,
      text: string,
      after: string,
    ) => string;
  }
  const CSL: {
    Engine: new (
      system: System,
      style: string,
      language: string,
    ) => {
      updateItems: (ids: string[]) => void;
      makeBibliography: () => [object, string[]];
      makeCitationCluster: (items: { id: string; locator?: string; label?: string }[]) => string;
    };
  };
  export default CSL;
}
