const config = require('../../scripts/walls.cjs')(__dirname);

module.exports = {
  ...config,
  rules: {
    ...config.rules,
    // ScrollRegion is a region that takes the focus while it scrolls: without, the keyboard cannot reach what it hides.
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { tags: [], roles: ['tabpanel', 'region'] },
    ],
  },
};
