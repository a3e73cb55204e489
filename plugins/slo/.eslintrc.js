module.exports = require('../../scripts/walls.cjs')(__dirname);
