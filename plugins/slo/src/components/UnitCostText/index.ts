export * from './UnitCostText';
