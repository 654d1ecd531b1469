import { topicSchema, type TopicHeader } from '../schemas/topic.ts';
import { parseMarkdown } from './markdown.ts';
import type { Paragraph, Place, Source, Topic, TopicRow } from './model.ts';
import { passageFinder, type PassageFinder } from './passages.ts';
import type { Problem, Result } from './problem.ts';
import type { RawRecord } from './raw.ts';
import { idFaults, referenceFaults } from './shared-checks.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

interface Context {
  sources: readonly Source[];
  works: ReadonlyMap<string, unknown>;
}

/** Reads the topics and sets each passage where it stands. In their order. */
export function assembleTopics(raws: RawRecord[], { sources, works }: Context): Result<Topic[]> {
  const passages = passageFinder(sources);
  const problems: Problem[] = [];
  const topics: Topic[] = [];
  const byOrder = new Map<number, Topic>();
  for (const raw of raws.filter(({ folder }) => folder === 'topics')) {
    const { value, problems: found } = readTopic(raw, { works, passages });
    problems.push(...found);
    if (!value) continue;
    const same = byOrder.get(value.header.order);
    if (!same) byOrder.set(value.header.order, value);
    else {
      problems.push({
        code: 'topic-order',
        place: value.place,
        fact: `\`order: ${String(value.header.order)}\` is that of ${same.place.file} too.`,
        action: 'Give each topic a number of its own.',
      });
    }
    topics.push(value);
  }
  topics.sort((a, b) => a.header.order - b.header.order || a.id.localeCompare(b.id, 'en'));
  return { value: topics, problems };
}

function readTopic(
  { id, file: { file, text, fault } }: RawRecord,
  { works, passages }: Pick<Context, 'works'> & { passages: PassageFinder },
): Result<Topic | undefined> {
  if (fault) return { value: undefined, problems: [fault] };
  const parts = splitFrontMatter(text);
  if (!parts) {
    const problem: Problem = {
      code: 'front-matter-missing',
      place: { file, line: 1 },
      fact: 'The file does not begin with its keys between two lines `---`.',
      action: 'Begin it with `---`, the keys `title`, `question`, `order` …, and `---`.',
    };
    return { value: undefined, problems: [problem] };
  }
  const { value: header, problems, place } = readYaml(parts.matter, file, topicSchema, { firstLine: 2 });
  const body = parseMarkdown(parts.body, file, { links: true, firstLine: parts.bodyLine });
  problems.push(...body.problems);
  if (!header) return { value: undefined, problems };
  const introduction = body.value.body.flatMap((block) =>
    block.type === 'block' && block.kind === 'prose' && block.anchor === undefined ? [block.text] : [],
  );
  if (introduction.length === 0 || introduction.length < body.value.body.length) {
    problems.push({
      code: 'topic-introduction',
      place: { file, line: parts.bodyLine },
      fact: 'The introduction of a topic is one or more paragraphs of prose, and nothing else.',
      action: 'Write it as plain paragraphs below the front matter.',
    });
  }
  problems.push(...idFaults(id, file, 'topic-id'));
  problems.push(...referenceFaults(header.references, works, (index) => place(['references', index])));

  const rows = header.rows.map((row, index) =>
    readRow(row, { passages, problems, place: (path) => place(['rows', index, ...path]) }),
  );
  const quoted = new Set(header.rows.flatMap((row) => Object.keys(row.passages)));
  for (const sourceId of new Set([...Object.keys(header.summaries), ...quoted])) {
    const isKnown = passages.source(sourceId) !== undefined;
    if (isKnown && sourceId in header.summaries) continue;
    problems.push({
      code: 'topic-summary',
      place: place(['summaries', sourceId]),
      fact: isKnown
        ? `${sourceId} is quoted, but \`summaries\` does not say what it says.`
        : `There is no source \`${sourceId}\`.`,
      action: isKnown
        ? 'Say there in a sentence or two what it says.'
        : 'Name a folder of content/sources/, like `strong-1934`.',
    });
  }
  const prompts = header.prompts.map(({ question, at }, index) => ({
    question,
    passages: at.flatMap((one, number) => {
      const found = passages.find(one, place(['prompts', index, 'at', number]), problems);
      return found ? [found] : [];
    }),
  }));
  const summaries = passages
    .inOrder(Object.keys(header.summaries))
    .map((source) => ({ source, text: header.summaries[source.id] ?? '' }));
  return {
    value: { id, header, introduction, summaries, rows, prompts, place: { file } },
    problems,
  };
}

interface RowContext {
  passages: PassageFinder;
  problems: Problem[];
  place: (path: PropertyKey[]) => Place;
}

/** The sides of a row stand in the order of the edition. */
function readRow(
  { point, passages: shown }: TopicHeader['rows'][number],
  { passages, problems, place }: RowContext,
): TopicRow {
  const sides = passages.inOrder(Object.keys(shown)).flatMap((source) => {
    const entries = shown[source.id] ?? [];
    const found = entries.flatMap((entry, index) => {
      const at = place(['passages', source.id, index]);
      const one = passages.show(entry, at, problems);
      if (one && one.source !== source) {
        problems.push({
          code: 'passage-source',
          place: at,
          fact: `${one.at} stands under \`${source.id}\`.`,
          action: 'Put each passage under the id of its own source.',
        });
      }
      return one?.source === source ? [one] : [];
    });
    return found.length === 0 ? [] : [{ source, passages: found }];
  });
  return { point, sides };
}

/** The topics that have a summary of a source, by the id of the source and in their order. */
export function topicsBySource(topics: readonly Topic[]): Map<string, Topic[]> {
  const bySource = new Map<string, Topic[]>();
  for (const topic of topics) {
    for (const { source } of topic.summaries) {
      const those = bySource.get(source.id) ?? [];
      bySource.set(source.id, those);
      those.push(topic);
    }
  }
  return bySource;
}

/** A topic as one paragraph of a source meets it. */
export interface Meeting {
  topic: Topic;
  /** The row in which the paragraph stands, once for each. */
  row: TopicRow;
  /** What the other sources say in that row, or anywhere in the topic where they say nothing in it. */
  others: TopicRow['sides'];
}

/** Where topics use the paragraphs of a source: by anchor, in the order of the topics. */
export function meetingsOf(source: Source, topics: readonly Topic[]): Map<string, Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const topic of topics) {
    for (const row of topic.rows) {
      const own = row.sides.find((side) => side.source === source);
      if (!own) continue;
      const inRow = row.sides.filter((side) => side !== own);
      const others =
        inRow.length > 0
          ? inRow
          : topic.rows.flatMap(({ sides }) => sides.filter((side) => side.source !== source));
      const anchors = own.passages.flatMap(({ paragraphs }) => paragraphs.map(({ anchor }) => anchor));
      for (const anchor of new Set(anchors)) {
        const here = meetings.get(anchor) ?? [];
        meetings.set(anchor, here);
        here.push({ topic, row, others });
      }
    }
  }
  return meetings;
}

/** The paragraphs of a source that a topic shows, whole or in part, each once and in the order of the topic. */
export function paragraphsShown(topic: Topic, source: Source): Paragraph[] {
  const bySource = shownByTopic.get(topic) ?? shownIn(topic);
  shownByTopic.set(topic, bySource);
  return [...(bySource.get(source) ?? [])];
}

const shownByTopic = new WeakMap<Topic, Map<Source, Set<Paragraph>>>();

function shownIn({ rows }: Topic): Map<Source, Set<Paragraph>> {
  const bySource = new Map<Source, Set<Paragraph>>();
  for (const { source, passages } of rows.flatMap(({ sides }) => sides)) {
    const shown = bySource.get(source) ?? new Set();
    bySource.set(source, shown);
    for (const paragraph of passages.flatMap(({ paragraphs }) => paragraphs)) shown.add(paragraph);
  }
  return bySource;
}

/** Two sources that a topic sets side by side, the earlier of the edition first; each pair once. */
export function pairsOf(topics: readonly Topic[]): [Source, Source][] {
  const pairs = new Map<string, [Source, Source]>();
  for (const { summaries } of topics) {
    summaries.forEach(({ source: a }, index) => {
      for (const { source: b } of summaries.slice(index + 1)) pairs.set(`${a.id} ${b.id}`, [a, b]);
    });
  }
  return [...pairs.values()];
}
