// Leads connections on to a server, and drops them all when told to: what a client sees of a server that goes away and comes back.
import { connect, createServer } from 'node:net';

export async function droppable(address) {
  const { hostname, port } = new URL(address);
  const open = new Set();
  let count = 0;
  const server = createServer((client) => {
    count++;
    const upstream = connect(Number(port), hostname);
    for (const end of [client, upstream]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        open.delete(end);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: server.address().port,
    /** How many connections were opened so far. */
    connections: () => count,
    drop: () => open.forEach((end) => end.destroy()),
    close: () => {
      server.close();
      open.forEach((end) => end.destroy());
    },
  };
}
