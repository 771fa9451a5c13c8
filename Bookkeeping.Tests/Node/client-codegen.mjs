// Generates TypeScript with the client preset of graphql-codegen from the schema that the server at the address given offers, checks a program
// that uses it with the compiler, strictly, sends what was generated to the server, and prints the outcome as JSON.
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse, print } from 'graphql';

const url = process.argv[2];
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), 'codegen-'));
const document = `query NewestRuns($first: Int!, $where: RunFilterInput) {
  runs(first: $first, where: $where) { totalCount nodes { runNumber quality startTime duration ...RunFill } }
}
fragment RunFill on Run { fill { fillNumber stableBeamsDuration } }`;

try {
  await generate();
  writeProgram();
  console.log(JSON.stringify({ problems: compile('--noEmit'), answer: await ask() }));
} finally {
  rmSync(folder, { recursive: true });
}

async function generate() {
  const schema = buildSchema(await fetch(`${url}/schema.graphql`).then((response) => response.text()));
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: join(folder, 'gql/'),
    schema: parse(await fetch(`${url}/schema.graphql`).then((response) => response.text())),
    schemaAst: schema,
    documents: [{ location: join(folder, 'runs.ts'), rawSDL: document, document: parse(document) }],
    config: { scalars: { DateTime: 'string', Duration: 'string', Long: 'number' }, strictScalars: false },
    presetConfig: {},
    plugins: [],
    pluginMap: {},
    profiler: { run: (work) => work(), collect: () => [] },
  });
  for (const section of sections) {
    mkdirSync(dirname(section.filename), { recursive: true });
    writeFileSync(section.filename, await codegen({ ...section, cache: undefined }));
  }
}

function writeProgram() {
  writeFileSync(join(folder, 'runs.ts'), `
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { useFragment } from './gql/fragment-masking';
import { NewestRunsDocument, RunFillFragmentDoc, type NewestRunsQuery } from './gql/graphql';

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Node = NonNullable<NonNullable<NewestRunsQuery['runs']>['nodes']>[number];
export const mapped: [Is<Node['startTime'], string | null | undefined>, Is<Node['duration'], string | null | undefined>, Is<Node['runNumber'], number>]
  = [true, true, true];
export const variables: VariablesOf<typeof NewestRunsDocument> = { first: 3, where: { runNumber: { gte: 1 }, quality: { eq: 'GOOD' as never } } };
// @ts-expect-error: the variable is not optional.
export const missing: VariablesOf<typeof NewestRunsDocument> = {};
// @ts-expect-error: there is no such operator.
export const unknown: VariablesOf<typeof NewestRunsDocument> = { first: 1, where: { runNumber: { approximately: 1 } } };
export function fillOf(data: ResultOf<typeof NewestRunsDocument>): number | undefined {
  const node = data.runs?.nodes?.[0];
  return node && useFragment(RunFillFragmentDoc, node).fill?.fillNumber;
}
`);
}

function compile(...options) {
  const compiler = require.resolve('typescript/bin/tsc');
  const all = [compiler, '--strict', '--exactOptionalPropertyTypes', 'false', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler',
    '--skipLibCheck', ...options, join(folder, 'runs.ts')];
  try {
    execFileSync(process.execPath, all, { encoding: 'utf8', cwd: folder });
    return '';
  } catch (error) {
    return error.stdout || error.message;
  }
}

async function ask() {
  const generated = readFileSync(join(folder, 'gql', 'graphql.ts'), 'utf8');
  const { transpileModule } = require('typescript');
  const file = join(folder, 'graphql.mjs');
  writeFileSync(file, transpileModule(generated, { compilerOptions: { module: 99, target: 9 } }).outputText);
  const { NewestRunsDocument } = await import(file);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(NewestRunsDocument), variables: { first: 3, where: { runNumber: { gte: 1 } } } }),
  });
  return response.json();
}
