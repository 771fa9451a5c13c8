// Follows a run by graphql-ws and by graphql-sse while the server is killed and started again; says which versions of the run each was told.
// usage: node follow-runs.mjs PROGRAM CONNECTION PORT
import { spawn } from 'node:child_process';
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventClient } from 'graphql-sse';
import WebSocket from 'ws';

const [program, connection, port] = process.argv.slice(2);
const address = `127.0.0.1:${port}/graphql`;
const query = 'subscription ($after: String) { runChanged(where: {runNumber: {eq: 1}}, after: $after) { cursor entries { version } run { epnCount } } }';
let server;

async function start() {
  server = spawn('dotnet', [program, '--urls', `http://127.0.0.1:${port}`], { env: { ...process.env, ConnectionStrings__Bookkeeping: connection }, stdio: 'ignore' });
  await until(async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok);
}

async function kill() {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

async function until(condition) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await condition().catch(() => false)) return;
  throw new Error(`It did not happen in time: ${condition}`);
}

async function ask(document) {
  const answer = await fetch(`http://${address}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document }) });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const change = (count) => ask(`mutation { updateRun(input: {runNumber: 1, epnCount: ${count}}) { errors { __typename } } }`);

function follow(client, after) {
  const told = [];
  // The clients send what stands in the variables when they connect again.
  const request = { query, variables: { after } };
  client.subscribe(request, {
    next: ({ data, errors }) => {
      if (errors) throw new Error(JSON.stringify(errors));
      told.push(...data.runChanged.entries.map((entry) => entry.version));
      request.variables.after = data.runChanged.cursor;
    },
    error: (error) => { console.error(error); process.exit(1); },
    complete: () => {},
  });
  return told;
}

try {
  await start();
  await ask('mutation { startRun(input: {runNumber: 1, timeO2Start: "2022-10-23T09:50:00Z"}) { errors { __typename } } }');
  const { journalCursor, run: { version } } = await ask('{ journalCursor run(runNumber: 1) { version } }');
  const often = { retryAttempts: 1000, retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)) };
  const clients = {
    'graphql-ws': createSocketClient({ url: `ws://${address}`, webSocketImpl: WebSocket, shouldRetry: () => true, ...often }),
    'graphql-sse': createEventClient({ url: `http://${address}`, retryAttempts: 1000, retry: often.retryWait }),
  };
  const told = Object.fromEntries(Object.entries(clients).map(([name, client]) => [name, follow(client, journalCursor)]));
  const all = (last) => until(async () => Object.values(told).every((versions) => versions.at(-1) === last));

  for (let i = 1; i <= 3; i++) await change(i);
  await all(version + 3);
  // Killed while it may still be telling the last two.
  for (let i = 4; i <= 5; i++) await change(i);
  await kill();
  await start();
  for (let i = 6; i <= 8; i++) await change(i);
  await all(version + 8);
  for (const client of Object.values(clients)) client.dispose();
  console.log(JSON.stringify(Object.fromEntries(Object.entries(told).map(([name, versions]) => [name, versions.map((one) => one - version)]))));
} finally {
  server?.kill('SIGKILL');
}
process.exit(0);
