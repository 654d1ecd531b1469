/** Short programs that read the edition, for its page on data; a test runs each as the page prints it. */
import type { Edition } from '../edition/model.ts';
import { addressOf, editionFilePath, sourceFilePath } from '../routes.ts';

interface Example {
  title: string;
  language: 'sh' | 'js' | 'python';
  code: string;
}

/** @param site where the edition is published. Its first source stands for any. */
export function examples(
  { header, sources }: Pick<Edition, 'header' | 'sources'>,
  site: URL | undefined,
): Example[] {
  const id = sources[0]?.id ?? '';
  const address = (path: string) => addressOf(path, site);
  const zip = editionFilePath(header, 'zip');
  const [folder = ''] = zip.split('/').slice(-1)[0]?.split('.zip') ?? [];
  const json = address(sourceFilePath(id, 'json'));
  return [
    {
      title: 'Fetch a text',
      language: 'sh',
      code: `curl -fsS -O ${address(sourceFilePath(id, 'txt'))}`,
    },
    {
      title: 'Fetch everything, and check it',
      language: 'sh',
      code: `curl -fsS -O ${address(zip)}
unzip -q ${folder}.zip
cd ${folder}
sha256sum --quiet -c SHA256SUMS`,
    },
    {
      title: 'Who is named in each paragraph',
      language: 'js',
      code: `const address =
  '${json}';
const answer = await fetch(address);
const { paragraphs } = await answer.json();
for (const { number, mentions } of paragraphs) {
  const names = new Set(mentions.map(({ entity }) => entity.name));
  console.log(number, [...names].join('; '));
}`,
    },
    {
      title: 'How many words are whose',
      language: 'python',
      code: `import json
from collections import Counter
from urllib.request import urlopen

address = (
    "${json}"
)
source = json.load(urlopen(address))
words = Counter()
for paragraph in source["paragraphs"]:
    words["author"] += len(paragraph["words"].split())
for note in source["notes"]:
    for paragraph in note["paragraphs"]:
        words[note["hand"]] += len(paragraph["words"].split())
print(source["header"]["citation"])
for hand, count in words.items():
    print(hand, count)`,
    },
  ];
}
