export * from './BudgetBar';
