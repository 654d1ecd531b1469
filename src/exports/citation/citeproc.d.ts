declare module 'citeproc' {
  /** An element of a style. */
  export interface StyleNode {
    name: string;
    attrs: Record<string, string>;
    children: (StyleNode | string)[];
  }
  export interface System {
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
    parseXml: (style: string) => StyleNode;
    Engine: new (
      system: System,
      style: string | StyleNode,
      language: string,
    ) => {
      registry: { refhash: Record<string, object>; namereg: { delitems: (id: string) => void } };
      updateItems: (ids: string[]) => void;
      makeBibliography: () => [object, string[]];
      makeCitationCluster: (items: { id: string; locator?: string; label?: string }[]) => string;
    };
  };
  export default CSL;
}
