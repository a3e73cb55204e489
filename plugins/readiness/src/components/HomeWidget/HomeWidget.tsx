import { LoadView } from '@maestro-conductor/ui';
import { useMyServices } from '../../hooks';
import { MyServicesView } from './MyServicesView';

/** On the home page: how ready the services of the reader's teams are, and what to do first. */
export const HomeWidget = () => (
  <LoadView
    load={useMyServices()}
    what="the readiness of your services"
    lines={5}
  >
    {mine => <MyServicesView mine={mine} />}
  </LoadView>
);
