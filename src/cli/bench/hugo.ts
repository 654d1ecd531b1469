/** The same texts as a site of Hugo with a bare template, searched with Pagefind. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const files: Record<string, string> = {
  'hugo.toml': `baseURL = 'https://example.org/'
languageCode = 'en'
title = 'Sources'

[markup.goldmark.renderer]
unsafe = true
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title></head>
<body>{{ block "main" . }}{{ end }}</body>
</html>
`,
  'layouts/_default/single.html': `{{ define "main" }}<main data-pagefind-body><h1>{{ .Title }}</h1>
{{ .Content }}</main>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<main><h1>{{ .Title }}</h1>
{{ .Content }}</main>{{ end }}
`,
};

/** `Hugo 0.111.3 (Pagefind 1.6.0)`. @throws Error where it is not on the path */
export async function nameOfHugo(): Promise<string> {
  const { stdout } = await promisify(execFile)('hugo', ['version']).catch((error: Error) => {
    throw new Error(`\`hugo\` cannot be run (${error.message}). Install it, and see that it is on the path.`);
  });
  return `Hugo ${/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? ''} (Pagefind ${await versionOfPagefind()})`;
}

async function versionOfPagefind(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Makes a project of the pages. @returns the folder of the pages in it */
export async function writeHugo(folder: string, markdown: string): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const content = join(folder, 'content');
  await cp(markdown, content, { recursive: true });
  // What is to list other pages has a name of its own.
  await rename(join(content, 'index.md'), join(content, '_index.md'));
  return content;
}
