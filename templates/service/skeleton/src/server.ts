import { createServer, type Server } from 'node:http';

/** The service, not listening yet. `GET /health` answers 200 for as long as it can serve. */
export function createService(): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://service');
    const found = request.method === 'GET' && pathname === '/health';
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(
      JSON.stringify(found ? { status: 'ok' } : { title: 'Not found' }),
    );
  });
}
