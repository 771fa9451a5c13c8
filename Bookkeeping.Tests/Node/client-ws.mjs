// Follows subscriptions of the sample server at the address given through graphql-ws; prints what came back as JSON.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { droppable } from './droppable.mjs';

const way = await droppable(process.argv[2]);
const url = `ws://127.0.0.1:${way.port}/graphql`;

const connect = (options = {}) => createClient({ url, webSocketImpl: WebSocket, connectionParams: { token: 'good' }, retryAttempts: 0, ...options });

/** All that an operation gives, and how it ends. */
const follow = (client, query, variables, onNext = () => {}) => {
  const outcome = { data: [], errors: [], ended: null };
  let stop;
  const over = new Promise((resolve) => {
    const end = (how) => {
      outcome.ended ??= how;
      resolve(outcome);
    };
    stop = client.subscribe({ query, variables }, {
      next: (result) => {
        outcome.data.push(result.data ?? null);
        (result.errors ?? []).forEach((error) => outcome.errors.push(error.extensions?.code ?? null));
        onNext(result, outcome);
      },
      error: (error) => end(Array.isArray(error) ? error.map((e) => e.extensions?.code ?? null) : { code: error.code, reason: error.reason }),
      complete: () => end('complete'),
    });
  });
  return { over, outcome, stop: () => stop() };
};

async function beside() {
  const before = way.connections();
  const client = connect({ lazy: false, lazyCloseTimeout: 1000 });
  const told = follow(client, 'subscription { told }');
  const outcomes = await Promise.all([
    follow(client, 'subscription($to: Int!) { count(to: $to) }', { to: 3 }).over,
    follow(client, '{ hello(name: "you") }').over,
    follow(client, 'mutation { setGreeting(text: "hi") }').over,
  ]);
  told.stop();
  await told.over;
  const sockets = way.connections() - before;
  await client.dispose();
  return { outcomes, sockets };
}

async function ended() {
  const messages = [];
  const client = connect({ lazy: false });
  client.on('message', (message) => messages.push(message));
  const told = follow(client, 'subscription { told }', undefined, () => told.stop());
  await told.over;
  const id = messages.find((message) => message.type === 'next').id;
  const said = messages.length;
  await follow(client, 'subscription { count(to: 100) }').over;
  await client.dispose();
  return { received: told.outcome.data.length >= 1, heardOfItAgain: messages.slice(said).some((message) => message.id === id) };
}

async function wrong() {
  const client = connect();
  const outcomes = await Promise.all([
    follow(client, '{ fails }').over,
    follow(client, '{').over,
    follow(client, '{ noSuchField }').over,
    follow(client, 'subscription { countThenFail(to: 2) }').over,
    follow(client, 'subscription { refused }').over,
  ]);
  await client.dispose();
  return outcomes;
}

async function alive() {
  const heard = { pings: 0, pongs: 0 };
  const client = connect({ lazy: false, keepAlive: 50 });
  const told = follow(client, 'subscription { told }');
  await new Promise((resolve) => {
    const look = () => heard.pings > 1 && heard.pongs > 1 && resolve();
    client.on('ping', (received) => { if (received) heard.pings++; look(); });
    client.on('pong', (received) => { if (received) heard.pongs++; look(); });
  });
  const isOpen = told.outcome.ended === null;
  told.stop();
  await client.dispose();
  return { ...heard, isOpen };
}

async function dropped() {
  let connected = 0;
  const client = connect({ retryAttempts: 10, retryWait: async () => {}, shouldRetry: () => true });
  client.on('connected', () => connected++);
  let afterwards = 0;
  await new Promise((resolve) => {
    let wasDropped = false;
    const told = follow(client, 'subscription { told }', undefined, () => {
      if (!wasDropped) {
        wasDropped = true;
        way.drop();
      } else if (connected > 1 && ++afterwards === 2) {
        told.stop();
        resolve();
      }
    });
  });
  await client.dispose();
  return { connected, afterwards };
}

async function refused() {
  const client = connect({ connectionParams: { token: 'bad' } });
  const outcome = await follow(client, '{ hello }').over;
  await client.dispose();
  return outcome;
}

async function greeted() {
  const client = connect({ lazy: false });
  const payload = await new Promise((resolve) => client.on('connected', (_, ack) => resolve(ack)));
  await client.dispose();
  return payload;
}

console.log(JSON.stringify({
  beside: await beside(), ended: await ended(), wrong: await wrong(), alive: await alive(), dropped: await dropped(), refused: await refused(), greeted: await greeted(),
}));
way.close();
