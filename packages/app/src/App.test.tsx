import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks a stranger to sign in', async () => {
    process.env = {
      ...process.env,
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Maestro Conductor', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
          },
          context: 'test',
        },
      ] as unknown as string,
    };

    render(App.createRoot());

    expect(
      await screen.findByText('Sign in with your organisation’s account'),
    ).toBeInTheDocument();
  });
});
