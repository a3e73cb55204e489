import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Keep the whole workspace as the folder of a service',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Keep and register',
          action: 'publish:folder',
          input: { name: '${{ parameters.name }}' },
        },
      ],
    }),
  },
  {
    description: 'Keep one folder of the workspace',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Keep and register',
          action: 'publish:folder',
          input: { name: '${{ parameters.name }}', sourcePath: './service' },
        },
      ],
    }),
  },
];
