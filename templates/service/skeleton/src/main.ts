import { createService } from './server.ts';

const port = Number(process.env.PORT ?? 8080);
const service = createService().listen(port);

// Answers what it has accepted, then ends.
process.once('SIGTERM', () => service.close());
