import { SignInPage } from '@backstage/core-components';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { oidcAuthApiRef } from './oidcAuthApi';

export const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => props =>
      (
        <SignInPage
          {...props}
          title="Sign in"
          align="center"
          providers={[
            {
              id: 'oidc',
              title: 'Single sign-on',
              message: 'Sign in with your organisation’s account',
              apiRef: oidcAuthApiRef,
            },
          ]}
        />
      ),
  },
});
