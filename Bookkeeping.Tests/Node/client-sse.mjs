// Follows subscriptions of the sample server at the address given through graphql-sse, each on a connection of its own; prints what came back as JSON.
import { createClient } from 'graphql-sse';
import { droppable } from './droppable.mjs';

const way = await droppable(process.argv[2]);
const url = `http://127.0.0.1:${way.port}/graphql`;

const connect = (options = {}) => createClient({ url, retryAttempts: 0, ...options });

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
      error: (error) => end({ status: error.response?.status ?? null, message: error.message }),
      complete: () => end('complete'),
    });
  });
  return { over, outcome, stop: () => stop() };
};

async function beside() {
  const client = connect();
  const told = follow(client, 'subscription { told }');
  const outcomes = await Promise.all([
    follow(client, 'subscription($to: Int!) { count(to: $to) }', { to: 3 }).over,
    follow(client, '{ hello(name: "you") }').over,
    follow(client, 'mutation { setGreeting(text: "hi") }').over,
  ]);
  told.stop();
  await told.over;
  client.dispose();
  return outcomes;
}

async function ended() {
  const client = connect();
  let heard = 0;
  const told = follow(client, 'subscription { told }', undefined, () => {
    heard++;
    told.stop();
  });
  await told.over;
  const atEnd = heard;
  await follow(client, 'subscription { count(to: 100) }').over;
  client.dispose();
  return { atEnd, afterwards: heard - atEnd };
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
  client.dispose();
  return outcomes;
}

async function dropped() {
  const client = connect({ retryAttempts: 10, retry: async () => {} });
  let afterwards = 0;
  await new Promise((resolve) => {
    let atDrop = null;
    const told = follow(client, 'subscription { told }', undefined, () => {
      if (atDrop === null) {
        atDrop = way.connections();
        way.drop();
      } else if (way.connections() > atDrop && ++afterwards === 2) {
        told.stop();
        resolve();
      }
    });
  });
  client.dispose();
  return afterwards;
}

console.log(JSON.stringify({ beside: await beside(), ended: await ended(), wrong: await wrong(), dropped: await dropped() }));
way.close();
