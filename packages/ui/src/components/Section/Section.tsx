import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { tokens } from '../../theme/tokens';

/** @public */
export interface SectionProps {
  title: string;
  /** One sentence of context. */
  subtitle?: ReactNode;
  /** Shown at the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A card with a heading of the second level, found by assistive technology under its title. @public */
export const Section = ({
  title,
  subtitle,
  actions,
  children,
}: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ minWidth: 0, height: '100%' }}>
      <Card style={{ height: '100%' }}>
        <CardHeader>
          <Flex justify="between" align="center" gap="3">
            <Text as="h2" id={id} variant="title-x-small" weight="bold">
              {title}
            </Text>
            {actions}
          </Flex>
          {subtitle && (
            <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
              {subtitle}
            </Text>
          )}
        </CardHeader>
        {/* The card scrolls where it must: a body that does too would cut tall numbers and focus rings. */}
        <CardBody style={{ overflow: 'visible' }}>{children}</CardBody>
      </Card>
    </section>
  );
};
