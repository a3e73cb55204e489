export * from './RuleText';
