import { Button, Flex, useBreakpoint } from '@backstage/ui';
import FilterListIcon from '@material-ui/icons/FilterList';
import { ReactNode, useId, useState } from 'react';

/** @public */
export interface FilterChoicesProps {
  /** Names the group for assistive technology: `Filter records`. */
  label: string;
  /** How many things narrow the list. */
  active: number;
  /** Menus and fields, side by side. */
  children: ReactNode;
}

/** What a list can be narrowed by. Where the screen is narrow, it folds into one button. @public */
export const FilterChoices = (props: FilterChoicesProps) => {
  const { label, active, children } = props;
  const folds = useBreakpoint().down('xs');
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  return (
    <>
      {folds && (
        <div>
          <Button
            size="small"
            variant="secondary"
            iconStart={<FilterListIcon fontSize="inherit" />}
            aria-expanded={unfolded}
            aria-controls={unfolded ? id : undefined}
            onPress={() => setUnfolded(!unfolded)}
          >
            {active > 0 ? `Filters (${active})` : 'Filters'}
          </Button>
        </div>
      )}
      {(!folds || unfolded) && (
        <Flex
          id={id}
          role="group"
          aria-label={label}
          gap="2"
          align="center"
          style={{ flexWrap: 'wrap' }}
        >
          {children}
        </Flex>
      )}
    </>
  );
};
