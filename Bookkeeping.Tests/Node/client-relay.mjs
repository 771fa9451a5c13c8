// Compiles a Relay project against the schema file given, runs what was compiled in relay-runtime against the server at the address given, and
// prints what the store then holds as JSON. The project lies in a folder of its own below this one, for the packages to be found.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';
import relay from 'relay-runtime';

const [, , url, schema] = process.argv;
const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), 'relay-'));
try {
  compile();
  console.log(JSON.stringify(await run()));
} finally {
  rmSync(folder, { recursive: true });
}

function compile() {
  mkdirSync(join(folder, 'src', '__generated__'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({
    src: './src', schema, language: 'javascript', artifactDirectory: './src/__generated__', eagerEsModules: false,
    customScalarTypes: { DateTime: 'string', Duration: 'string', Long: 'number' },
  }));
  writeFileSync(join(folder, 'src', 'RunList.js'), `
    graphql\`
      query RunListQuery($count: Int!) { ...RunList_runs @arguments(count: $count) }
    \`;
    graphql\`
      fragment RunList_runs on Query
        @refetchable(queryName: "RunListPageQuery")
        @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
        runs(first: $count, after: $cursor, order: [{ runNumber: ASC }]) @connection(key: "RunList_runs") {
          edges { node { id ...RunList_run } }
        }
      }
    \`;
    graphql\`
      fragment RunList_run on Run @refetchable(queryName: "RunAgainQuery") { runNumber quality fill { fillNumber } }
    \`;`);
  execFileSync(compiler, [join(folder, 'relay.config.json')], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function run() {
  const sent = [];
  const network = relay.Network.create(async (operation, variables) => {
    sent.push(operation.name);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: operation.text, variables }),
    });
    return response.json();
  });
  const environment = new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) });
  const artifact = (name) => createRequire(join(folder, 'src', 'RunList.js'))(`./__generated__/${name}.graphql`);

  const root = await relay.fetchQuery(environment, artifact('RunListQuery'), { count: 25 }, { networkCacheConfig: { force: true } }).toPromise();
  const runs = (owner) => environment.lookup(relay.getSelector(artifact('RunList_runs'), owner)).data.runs;
  const pages = [runs(root).edges.length];
  const operation = relay.createOperationDescriptor(artifact('RunListQuery'), { count: 25 });
  environment.retain(operation);
  const list = () => runs(environment.lookup(operation.fragment).data);
  while (list().pageInfo.hasNextPage) {
    const before = list().edges.length;
    await relay.fetchQuery(environment, artifact('RunListPageQuery'), { count: 25, cursor: list().pageInfo.endCursor }).toPromise();
    pages.push(list().edges.length - before);
  }

  const id = list().edges[3].node.id;
  const again = await relay.fetchQuery(environment, artifact('RunAgainQuery'), { id }).toPromise();
  const selector = relay.getSelector(artifact('RunList_run'), again.node);
  return {
    sent,
    pages,
    runNumbers: list().edges.map((edge) => environment.lookup(relay.getSelector(artifact('RunList_run'), edge.node)).data.runNumber),
    refetched: environment.lookup(selector).data,
  };
}
